import { expect, test } from "vitest";
import { isUnderWay } from "./review-queries.ts";

const recording = (
  status: "not_started" | "recording" | "completed" | "failed",
  processing_status: "pending" | "processing" | "completed" | "failed",
) => ({ status, processing_status }) as Parameters<typeof isUnderWay>[0]["recording"];
const analysis = (status: "pending" | "processing" | "completed" | "failed") =>
  ({ status }) as Parameters<typeof isUnderWay>[0]["analysis"];

test.each([
  ["an analysis that waits", recording("completed", "completed"), analysis("pending"), true],
  ["an analysis at work", recording("completed", "completed"), analysis("processing"), true],
  ["a recording that is being joined", recording("recording", "processing"), analysis("completed"), true],
  ["everything done", recording("completed", "completed"), analysis("completed"), false],
  ["everything failed", recording("failed", "failed"), analysis("failed"), false],
  ["no media at all, which no worker will change", recording("not_started", "pending"), analysis("completed"), false],
] as const)("%s: asks again %s", (_, made, scored, again) => {
  expect(isUnderWay({ state: "completed", recording: made, analysis: scored })).toBe(again);
});

test("an invitation that was revoked in the middle is not waited for", () => {
  expect(isUnderWay({ state: "revoked", recording: recording("recording", "pending"), analysis: null })).toBe(false);
});
