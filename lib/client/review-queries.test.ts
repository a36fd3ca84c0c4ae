import { expect, test } from "vitest";
import type { Review } from "../contract/review.ts";
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
  expect(isUnderWay({ state: "completed", recording: made, analysis: scored, questions: [] })).toBe(again);
});

const NOTHING = { analysis: null, questions: [] };

test("an invitation that was revoked in the middle is not waited for", () => {
  expect(isUnderWay({ state: "revoked", recording: recording("recording", "pending"), ...NOTHING })).toBe(false);
});

test.each([
  ["queued", true],
  ["running", true],
  ["held", false],
  ["failed", false],
] as const)("an answer whose words are %s: asks again %s", (state, again) => {
  const answer = { writing: { state, ahead: 0, reason: null } };
  const questions = [{ answer }] as unknown as Review["questions"];
  const made = { recording: recording("completed", "completed"), analysis: analysis("completed") };
  expect(isUnderWay({ state: "completed", ...made, questions })).toBe(again);
});
