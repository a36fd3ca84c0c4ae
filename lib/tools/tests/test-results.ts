import { existsSync, readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number };

/** What a runner left in its JSON report; one failure when it left none, because then it did not come to its end. */
export function readCounts(file: string, read: (report: string) => Counts): Counts {
  return existsSync(file) ? read(readFileSync(file, "utf8")) : { passed: 0, failed: 1 };
}

/** Vitest's `json` reporter. A file that cannot be loaded holds no tests, yet it failed. */
export function vitestCounts(report: string): Counts {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.length,
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** Playwright's `json` reporter. A test that passed only at a second try is not one to rely on. */
export function playwrightCounts(report: string): Counts {
  const { stats, errors } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
