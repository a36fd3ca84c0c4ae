import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** That one file imports another, by their paths from the root, or a package by its name. Types count. */
export type Import = { from: string; to: string };

const FOLDERS = ["lib", "components", "app", "prisma", "e2e"];
const SOURCE = /\.(ts|tsx|mjs)$/;
const NOT_OURS = /^(lib\/db\/generated|e2e\/fixtures)\//;

/** Every `import`, `export … from` and `import()` with a literal. */
const IMPORTS = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g;
/** What stands in comments imports nothing. */
const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** All source files, by their paths from the root with `/`, and what they import. */
export function readImports(root: string): { files: string[]; imports: Import[] } {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  )
    .concat(["instrumentation.ts", "instrumentation-client.ts"].filter((name) => existsSync(join(root, name))))
    .map((name) => name.split(sep).join("/"))
    .filter((name) => SOURCE.test(name) && !NOT_OURS.test(name));
  const known = new Set(files);
  const imports = files.flatMap((from) => {
    const source = readFileSync(join(root, from), "utf8").replace(COMMENTS, "");
    return [...source.matchAll(IMPORTS)].map(([, name = ""]) => ({ from, to: targetOf(root, known, from, name) }));
  });
  return { files, imports };
}

/** Names of package.json that mean a file of ours, in the browser. */
const OWN_NAMES: Record<string, string> = { "#use-locale": "components/words/use-locale.ts" };

function targetOf(root: string, known: ReadonlySet<string>, from: string, name: string): string {
  if (Object.hasOwn(OWN_NAMES, name)) return OWN_NAMES[name] ?? name;
  if (!name.startsWith(".") && !name.startsWith("@/")) return name;
  const path = name.startsWith("@/")
    ? name.slice(2)
    : relative(root, resolve(root, dirname(from), name))
        .split(sep)
        .join("/");
  return [path, `${path}.ts`, `${path}.tsx`].find((file) => known.has(file)) ?? path;
}
