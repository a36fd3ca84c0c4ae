import { expect, test } from "vitest";
import { OPERATIONS } from "../contract/operations/all.ts";
import { openApiDocument } from "./document.ts";
import { PARAMETERS } from "./parameters.ts";

type Described = { operationId: string; responses: Record<string, unknown> };

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
