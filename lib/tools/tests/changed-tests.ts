import { execFileSync } from "node:child_process";
import { PROJECT_ROOT } from "../../runtime/project-root.ts";
import { type Import, readImports } from "./read-imports.ts";

/** How the house stands is checked whatever has changed. */
const ALWAYS = "lib/house.test.ts";

/** The unit tests of what is not committed yet, or else of the last commit. */
export function changedTests(): string[] {
  const { files, imports } = readImports(PROJECT_ROOT);
  const open = [...git("diff", "--name-only", "HEAD"), ...git("ls-files", "--others", "--exclude-standard")];
  return testsOf(open.length > 0 ? open : git("diff", "--name-only", "HEAD~1"), files, imports);
}

/**
 * A changed test itself, the one beside a changed file, and whatever test imports one. What changed further below is left to
 * `npm test`: it would soon be everything.
 */
export function testsOf(changed: readonly string[], files: readonly string[], imports: readonly Import[]): string[] {
  const isTest = (file: string) => /\.test\.tsx?$/.test(file) && !file.startsWith("e2e/");
  const beside = changed.flatMap((file) => [".test.ts", ".test.tsx"].map((end) => file.replace(/\.tsx?$/, end)));
  const importing = imports.filter(({ to }) => changed.includes(to)).map(({ from }) => from);
  const wanted = new Set([ALWAYS, ...changed, ...beside, ...importing]);
  return files.filter((file) => isTest(file) && wanted.has(file));
}

function git(...args: string[]): string[] {
  return execFileSync("git", args, { cwd: PROJECT_ROOT, encoding: "utf8" }).split("\n").filter(Boolean);
}
