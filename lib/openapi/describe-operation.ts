import type { Operation } from "../contract/operation.ts";
import { ACCESS, type AccessRule } from "../domain/access.ts";
import { RATE_LIMITS } from "../domain/rate-limits.ts";
import { EXAMPLES } from "./examples.ts";
import { PARAMETERS } from "./parameters.ts";
import { refusals, successes } from "./responses.ts";
import { fieldsOf, type JsonSchema, schemaOf } from "./schema-of.ts";

type Json = Record<string, unknown>;

/** The parts of the document that operations refer to; each adds its own. */
export type Components = { schemas: Record<string, JsonSchema>; responses: Record<string, Json> };

/**
 * One operation as OpenAPI has it. Its schemas are `StartSessionBody` and `StartSessionAnswer` for `startSession`.
 * @param closed answers may have no field but those described
 */
export function describeOperation(operation: Operation, components: Components, closed: boolean): Json {
  const { schemas: named, responses } = components;
  const rule: AccessRule = ACCESS[operation.access];
  const name = `${operation.id[0]?.toUpperCase()}${operation.id.slice(1)}`;
  if (operation.body) named[`${name}Body`] = schemaOf(operation.body, { io: "input", named });
  if (operation.answer) named[`${name}Answer`] = schemaOf(operation.answer, { io: "output", closed, named });
  const parameters = [...pathParameters(operation), ...queryParameters(operation, named), ...headers(operation, named)];
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, accessWords(rule), limitWords(operation)].filter(Boolean).join("\n\n"),
    ...(rule.open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(operation, `${name}Body`),
    responses: { ...successes(operation, `${name}Answer`), ...refusals(operation, responses) },
  };
}

function requestBody({ id, body, upload }: Operation, name: string): Json {
  if (upload) {
    const content = { [upload.contentType]: { schema: { type: "string", format: "binary" } } };
    return { requestBody: { required: true, content } };
  }
  if (!body) return {};
  const example = EXAMPLES[id]?.body;
  const media = { schema: { $ref: `#/components/schemas/${name}` }, ...(example !== undefined && { example }) };
  return { requestBody: { required: true, content: { "application/json": media } } };
}

function accessWords(rule: AccessRule): string {
  if (rule.open) return "";
  return rule.scope === null ? "For people who are signed in." : `Needs an API key with the scope \`${rule.scope}\`.`;
}

function limitWords({ limit }: Operation): string {
  if (limit === null) return "";
  const { points, seconds, per } = RATE_LIMITS[limit];
  const of = per === "session" ? "for each session" : "for each caller";
  return `At most ${points} requests in ${seconds} seconds ${of} (\`${limit}\`).`;
}

function pathParameters({ path }: Operation): Json[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    ...PARAMETERS[name],
  }));
}

function queryParameters({ query }: Operation, named: Record<string, JsonSchema>): Json[] {
  if (!query) return [];
  return fieldsOf(query, named).map(({ name, required, schema }) => {
    const { description, ...rest } = schema;
    return { name, in: "query", required, schema: rest, ...(description ? { description } : {}) };
  });
}

function headers({ method, headers: own = [] }: Operation, named: Record<string, JsonSchema>): Json[] {
  const all = own.map(({ name, description, schema }) => ({
    name,
    in: "header",
    required: true,
    description,
    schema: schemaOf(schema, { io: "input", named }),
  }));
  if (method !== "POST") return all;
  const schema = { type: "string", minLength: 1, maxLength: 255 };
  const description = "The same key and body again replays the stored answer instead of writing twice.";
  return [...all, { name: "Idempotency-Key", in: "header", required: false, description, schema }];
}
