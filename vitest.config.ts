import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

// Unit tests stand beside their files; what needs a whole server is under e2e/.
const FOLDERS = ["lib", "components", "prisma"];

/** What such a file does would reach the next one in the same worker. */
const NEEDS_OWN_WORKER = /testDatabase\(|process\.env|vi\.(mock|stub)/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`.replaceAll("\\", "/")),
);
const alone = files.filter((file) => NEEDS_OWN_WORKER.test(readFileSync(file, "utf8")));
const together = files.filter((file) => !alone.includes(file));

export default defineConfig({
  test: {
    globalSetup: "lib/db/testing-cluster.ts",
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "alone", include: alone, ...common() } },
      // Starting a worker and loading the same modules takes longer than most of these tests.
      { extends: true, test: { name: "together", include: together, isolate: false, ...common() } },
    ],
  },
});

function common() {
  return {
    setupFiles: "lib/db/testing-environment.ts",
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000, // a database of its own is started in some
  };
}
