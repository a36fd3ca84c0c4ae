import { expect, test } from "vitest";
import { fakeScorer, interviewOf, questionOf } from "../../testing/analysis/scorers.ts";
import { inputHash } from "./input-hash.ts";

const { identity } = fakeScorer();
const input = interviewOf(questionOf("q1", "An index."));

test("the same input and scorer have the same hash, however they are written down", () => {
  const { rules, questions, candidate } = input;
  expect(inputHash({ questions, rules, candidate }, { ...identity })).toBe(inputHash(input, identity));
});

test("another answer, rubric, prompt or model has another", () => {
  const hashes = [
    inputHash(input, identity),
    inputHash(interviewOf(questionOf("q1", "An index!")), identity),
    inputHash(interviewOf(questionOf("q1", "An index.", { rubricNotes: "Plans." })), identity),
    inputHash({ ...input, rules: { ...input.rules, passThreshold: 71 } }, identity),
    inputHash(input, { ...identity, rubricVersion: "2" }),
    inputHash(input, { ...identity, promptVersion: "2" }),
    inputHash(input, { ...identity, model: "other" }),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
});
