import { defineConfig } from "vitest/config";

// Contract tests: the wire, against one whole running server. Each test owns an organisation of its own.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["contract/**/*.test.ts"],
    globalSetup: "support/contract-server.ts",
    setupFiles: "support/contract-environment.ts",
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
