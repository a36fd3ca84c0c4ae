import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { OPERATIONS } from "./all.ts";

const ROOT = resolve(import.meta.dirname, "../../..");
/** What is no operation of ours: next-auth's own, and the answer for addresses that are not there. */
const OTHERS = new Set(["app/api/auth/[...nextauth]/route.ts", "app/api/[...path]/route.ts"]);
const EXPORT = /export const (GET|POST|PUT|PATCH|DELETE) = route\(\s*\w+\.(\w+)/g;

/** `POST /api/interview/session/start startSession`, as the files have it. */
function routesInFiles(): string[] {
  const files = globSync("app/api/**/route.ts", { cwd: ROOT }).filter((file) => !OTHERS.has(file));
  return files.flatMap((file) => {
    const path = file.slice("app".length, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}");
    const found = [...readFileSync(resolve(ROOT, file), "utf8").matchAll(EXPORT)];
    if (found.length === 0) return [`${file} runs no operation`];
    return found.map(([, method, id]) => `${method} ${path} ${id}`);
  });
}

test("every route runs the operation that describes it, and every operation has its route", () => {
  const described = OPERATIONS.map(({ method, path, id }) => `${method} ${path} ${id}`);
  expect(routesInFiles().sort()).toEqual(described.sort());
});

test("no two operations have the same name", () => {
  const ids = OPERATIONS.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});
