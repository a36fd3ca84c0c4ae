import { expect, test } from "vitest";
import { playwrightCounts, readCounts, vitestCounts } from "./test-results.ts";

test("a runner that left no report has failed", () => {
  expect(readCounts("/nowhere/report.json", vitestCounts)).toEqual({ passed: 0, failed: 1 });
});

test("vitest: a file that could not be loaded is a failure though it held no test", () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: "failed", assertionResults: [{}] },
      { status: "failed", assertionResults: [] },
      { status: "passed", assertionResults: [{}] },
    ],
  };
  expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 7, failed: 2 });
});

test("playwright: a test that needed a second try has failed, and so has an error outside of tests", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(playwrightCounts(JSON.stringify(report))).toEqual({ passed: 5, failed: 3 });
});
