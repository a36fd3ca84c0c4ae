import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PROJECT_ROOT } from "./project-root.ts";
import { sourceHash } from "./source-hash.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "talentflow-hash-"));
  write("app/page.tsx", "page");
  write("lib/domain/status.ts", "status");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

test("the same sources have the same hash", () => {
  const before = sourceHash(root);
  write("app/page.tsx", "page");
  expect(sourceHash(root)).toBe(before);
});

test.each(["app/page.tsx", "lib/domain/status.ts", "components/new.tsx", "public/logo.svg", "next.config.mjs"])(
  "a change of %s changes it",
  (name) => {
    const before = sourceHash(root);
    write(name, "changed");
    expect(sourceHash(root)).not.toBe(before);
  },
);

test("a file that only moves changes it", () => {
  const before = sourceHash(root);
  renameSync(join(root, "app/page.tsx"), join(root, "app/other.tsx"));
  expect(sourceHash(root)).not.toBe(before);
});

test.each([
  "lib/domain/status.test.ts",
  "lib/runtime/start.ts",
  "lib/db/generated/client.ts",
  "data/run.json",
  "README.md",
])("%s is in no build", (name) => {
  const before = sourceHash(root);
  write(name, "changed");
  expect(sourceHash(root)).toBe(before);
});

test("it is quick enough for every start", () => {
  const startedAt = performance.now();
  sourceHash(PROJECT_ROOT);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
