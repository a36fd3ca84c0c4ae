import packageJson from "../../package.json" with { type: "json" };
import { ErrorEnvelope } from "../contract/envelope.ts";
import { ERRORS, type ErrorCode } from "../contract/error-codes.ts";
import type { Operation } from "../contract/operation.ts";
import { OPERATIONS } from "../contract/operations/all.ts";
import { ACCESS, type AccessRule } from "../domain/access.ts";
import { RATE_LIMITS } from "../domain/rate-limits.ts";
import { errorsOf } from "./errors-of.ts";
import { PARAMETERS } from "./parameters.ts";
import { fieldsOf, schemaOf } from "./schema-of.ts";
import { TAGS } from "./tags.ts";

type Json = Record<string, unknown>;

/**
 * The documented API as OpenAPI 3.1, made from the operations that the routes themselves run by.
 * @param publicUrl where this installation is reached
 */
export function openApiDocument(publicUrl: string): Json {
  const documented = OPERATIONS.filter((operation) => operation.documented);
  const paths: Record<string, Json> = {};
  for (const operation of documented) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "TalentFlow API",
      version: packageJson.version,
      description: INTRODUCTION,
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "TalentFlow", url: publicUrl },
    },
    servers: [{ url: publicUrl, description: "This installation" }],
    tags: TAGS.filter(({ name }) => documented.some(({ tag }) => tag === name)),
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key: `tf_live_…` or `tf_test_…`." },
      },
      schemas: { Error: schemaOf(ErrorEnvelope, "output"), ...Object.assign({}, ...documented.map(schemasOf)) },
      headers: HEADERS,
    },
  };
}

const INTRODUCTION = [
  "Drive recorded interviews from another program: invite, run the flow, read recordings and scores, hear of events.",
  "Every success has `success: true`; every refusal has one shape, with a code from the catalogue of errors.",
  "`Idempotency-Key` on any POST makes it safe to repeat for 24 hours.",
  "Keys that begin with `tf_test_` work in a sandbox: nothing they do meets real candidates, and scores are made up.",
].join("\n\n");

const HEADERS = {
  RequestId: { description: "Names the request, also in the log.", schema: { type: "string" } },
  RateLimit: {
    description: 'How many requests are left in this window, and how many seconds it lasts: `"read";r=1199;t=60`.',
    schema: { type: "string" },
  },
  RateLimitPolicy: { description: 'The limit itself: `"read";q=1200;w=60`.', schema: { type: "string" } },
  RetryAfter: { description: "Seconds until trying again makes sense.", schema: { type: "integer" } },
} as const;

const componentName = ({ id }: Operation, what: "Body" | "Answer") => `${id[0]?.toUpperCase()}${id.slice(1)}${what}`;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function schemasOf(operation: Operation): Record<string, Json> {
  return {
    ...(operation.body && { [componentName(operation, "Body")]: schemaOf(operation.body, "input") }),
    ...(operation.answer && { [componentName(operation, "Answer")]: schemaOf(operation.answer, "output") }),
  };
}

function describe(operation: Operation): Json {
  const rule: AccessRule = ACCESS[operation.access];
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: [operation.description, accessWords(rule), limitWords(operation)].filter(Boolean).join("\n\n"),
    ...(rule.open && { security: [] }),
    ...nonEmpty("parameters", [...pathParameters(operation), ...queryParameters(operation), ...headers(operation)]),
    ...(operation.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: ref(componentName(operation, "Body")) } },
      },
    }),
    ...(operation.upload && {
      requestBody: {
        required: true,
        content: { [operation.upload.contentType]: { schema: { type: "string", format: "binary" } } },
      },
    }),
    responses: { [operation.status ?? 200]: success(operation), ...refusals(operation) },
  };
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

function queryParameters({ query }: Operation): Json[] {
  if (!query) return [];
  return fieldsOf(query).map(({ name, required, schema }) => {
    const { description, ...rest } = schema;
    return { name, in: "query", required, schema: rest, ...(description ? { description } : {}) };
  });
}

function headers({ method, headers: own = [] }: Operation): Json[] {
  const all = own.map(({ name, description, schema }) => ({
    name,
    in: "header",
    required: true,
    description,
    schema: schemaOf(schema, "input"),
  }));
  if (method !== "POST") return all;
  const schema = { type: "string", minLength: 1, maxLength: 255 };
  const description = "The same key and body again replays the stored answer instead of writing twice.";
  return [...all, { name: "Idempotency-Key", in: "header", required: false, description, schema }];
}

function success(operation: Operation): Json {
  const { answer, answers } = operation;
  const content = answer
    ? { "application/json": { schema: ref(componentName(operation, "Answer")) } }
    : { [answers?.contentType ?? "application/octet-stream"]: { schema: { type: "string", format: "binary" } } };
  return { description: answers?.description ?? "Done.", headers: headerRefs(operation, false), content };
}

function refusals(operation: Operation): Record<string, Json> {
  const all = Array.from(errorsOf(operation), ([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `\`${code}\`: ${ERRORS[code].means}`).join("\n\n"),
      headers: headerRefs(operation, codes.some(hasRetryAfter)),
      content: { "application/json": { schema: ref("Error") } },
    },
  ]);
  return Object.fromEntries(all);
}

function hasRetryAfter(code: ErrorCode): boolean {
  return ["too_many_requests", "unavailable", "storage_full", "idempotency_in_progress"].includes(code);
}

function headerRefs({ limit }: Operation, retryAfter: boolean): Json {
  const header = (name: keyof typeof HEADERS) => ({ $ref: `#/components/headers/${name}` });
  return {
    "X-Request-Id": header("RequestId"),
    ...(limit && { RateLimit: header("RateLimit"), "RateLimit-Policy": header("RateLimitPolicy") }),
    ...(retryAfter && { "Retry-After": header("RetryAfter") }),
  };
}

function nonEmpty<T>(name: string, list: T[]): Record<string, T[]> {
  return list.length > 0 ? { [name]: list } : {};
}
