import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Unit tests stand beside their files; what needs a whole server is under e2e/.
const FOLDERS = ["lib", "components", "prisma"];

/** What such a file does would reach the next one in the same worker. */
const NEEDS_OWN_WORKER = /@vitest-environment|process\.env|vi\.(mock|stub)/;
/** Our modules keep which database they talk to: these files get them anew each, and packages once. */
const NEEDS_OWN_MODULES = /testDatabase\(/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`.replaceAll("\\", "/")),
);
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const matching = (files: string[], pattern: RegExp) => files.filter((file) => pattern.test(sources.get(file) ?? ""));
const alone = matching(files, NEEDS_OWN_WORKER);
const rest = files.filter((file) => !alone.includes(file));
const databases = matching(rest, NEEDS_OWN_MODULES);
const together = rest.filter((file) => !databases.includes(file));

export default defineConfig({
  resolve: { alias: { "@/": fileURLToPath(new URL("./", import.meta.url)) } }, // as tsconfig.json has it
  test: {
    globalSetup: "lib/testing/database/cluster.ts",
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "alone", include: alone, ...common() } },
      {
        extends: true,
        test: { name: "databases", include: databases, isolate: false, ...common("lib/testing/database/anew.ts") },
      },
      // Starting a worker and loading the same modules takes longer than most of these tests.
      { extends: true, test: { name: "together", include: together, isolate: false, ...common() } },
    ],
  },
});

function common(...more: string[]) {
  return {
    setupFiles: ["lib/testing/database/environment.ts", ...more],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000, // a database of its own is started in some
  };
}
