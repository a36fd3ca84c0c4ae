import { expect, test } from "vitest";
import { OPERATIONS } from "../contract/operations/all.ts";
import { openApiDocument } from "./document.ts";
import { PARAMETERS } from "./parameters.ts";

type Described = { operationId: string; tags: string[]; responses: Record<string, unknown> };

const document = openApiDocument("http://localhost:5000") as {
  paths: Record<string, Record<string, Described>>;
  webhooks: Record<
    string,
    { post: Described & { requestBody: { content: { "application/json": { schema: object } } } } }
  >;
  components: { schemas: Record<string, object> };
};

test("every documented operation is there once, with its successes and refusals", () => {
  const { paths } = openApiDocument("http://localhost:5000") as { paths: Record<string, Record<string, Described>> };
  const described = Object.values(paths).flatMap((methods) => Object.values(methods));
  const documented = OPERATIONS.filter((operation) => operation.documented);
  expect(described.map(({ operationId }) => operationId).sort()).toEqual(documented.map(({ id }) => id).sort());
  for (const { responses } of described) {
    expect(Object.keys(responses).some((status) => status.startsWith("2"))).toBe(true);
    expect(Object.keys(responses).some((status) => status.startsWith("4"))).toBe(true);
  }
});

test("no two operations share a name, or a method of an address", () => {
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  expect(new Set(OPERATIONS.map(({ method, path }) => `${method} ${path}`)).size).toBe(OPERATIONS.length);
});

test("what each name in an address means is said", () => {
  const names = OPERATIONS.filter(({ documented }) => documented).flatMap(({ path }) =>
    Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name),
  );
  expect([...new Set(names)].filter((name) => !Object.hasOwn(PARAMETERS, name ?? ""))).toEqual([]);
});

/** Every object anywhere in the document, with the name that it stands under. */
function* everyPart(part: unknown, name = ""): Generator<[name: string, part: Record<string, unknown>]> {
  if (typeof part !== "object" || part === null) return;
  if (!Array.isArray(part)) yield [name, part as Record<string, unknown>];
  for (const [key, child] of Object.entries(part)) yield* everyPart(child, key);
}

test("what generators of clients stumble over is not there", () => {
  const { components, paths, webhooks } = document;
  const schemas = [...everyPart({ schemas: components.schemas, paths })];
  expect(schemas.filter(([, part]) => typeof part.const === "boolean")).toEqual([]);
  const taken = new Set(Object.values(paths).flatMap((methods) => Object.values(methods).flatMap(({ tags }) => tags)));
  for (const { post } of Object.values(webhooks)) {
    expect(post.tags.filter((tag) => taken.has(tag))).toEqual([]);
    const { schema } = post.requestBody.content["application/json"];
    expect(Object.keys(schema)).toEqual(["$ref"]);
  }
});

test("an id is a UUID wherever it stands, in what is sent as in what is answered", () => {
  const named =
    /^(?:session|public|interview|template|question|template_question|answer|analysis|decision|share_link|api_key|webhook|delivery|message)_id$/;
  const texts = [...everyPart(document)].filter(
    ([name, part]) => named.test(name) && [part.type].flat().includes("string") && part.format !== "uuid",
  );
  expect(texts.map(([name]) => name)).toEqual([]);
});
