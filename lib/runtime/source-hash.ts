import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What a build is made of. Generated code follows from the schema; what runs the product, and what tries it, is in no build. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const LEFT_OUT = /(^lib\/(cli|runtime|tools|worker|testing|db\/generated)\/|\.test\.tsx?$)/;

/** One hash over the names and contents of everything that a build depends on. */
export function sourceHash(root: string): string {
  const sum = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesUnder(join(root, source)))) {
    const name = relative(root, file).split(sep).join("/");
    if (LEFT_OUT.test(name)) continue;
    const content = readFileSync(file);
    sum.update(`${name}\0${content.length}\0`).update(content);
  }
  return sum.digest("hex");
}

function filesUnder(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
