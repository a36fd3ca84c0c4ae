import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../runtime/project-root.ts";

type Packages = Record<string, { optionalDependencies?: Record<string, string> }>;

// `npm ci` refuses a lock that lacks any of them, and `npm install` writes such a lock where the registry is a mirror
// that holds the packages of one platform only.
test("package-lock.json names the optional packages of every platform", () => {
  const lock = JSON.parse(readFileSync(join(PROJECT_ROOT, "package-lock.json"), "utf8"));
  const packages = lock.packages as Packages;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(packages, path, name)),
  );
  expect(missing).toEqual([]);
});

/** Looks where Node would: beside the package, then ever further out. */
function isLocked(packages: Packages, path: string, name: string): boolean {
  if (`${path && `${path}/`}node_modules/${name}` in packages) return true;
  return path !== "" && isLocked(packages, path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/"))), name);
}
