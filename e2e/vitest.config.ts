import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Contract tests: the wire, against one whole running server; each test owns an organisation of its own. Process tests
// kill what they start, so each has a server of its own.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["contract/**/*.test.ts", "processes/**/*.test.ts"],
    globalSetup: "support/contract-server.ts",
    setupFiles: "support/contract-environment.ts",
    testTimeout: 60_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 10_000 } }, // processes that end and start take their time on a busy machine
    // They wait for servers most of the time, so there can be more of them than cores.
    maxWorkers: Math.max(3, availableParallelism()),
  },
});
