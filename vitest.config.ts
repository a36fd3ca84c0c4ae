import { defineConfig } from "vitest/config";

// Unit tests stand beside their files; what needs a whole server is under e2e/.
export default defineConfig({
  test: {
    include: ["lib/**/*.test.ts", "components/**/*.test.ts", "prisma/**/*.test.ts"],
    globalSetup: "lib/db/testing-cluster.ts",
    setupFiles: "lib/db/testing-environment.ts",
    testTimeout: 30_000,
    maxWorkers: "100%",
    hookTimeout: 60_000, // a database of its own is started in some
  },
});
