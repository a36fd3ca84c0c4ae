import { expect, test } from "vitest";
import type { AnalysisChanges } from "../../lib/contract/rescore.ts";
import { linesOf } from "./version-lines.ts";

const same = { from: "1", to: "1" };
const CHANGES: AnalysisChanges = {
  from: 1,
  to: 2,
  method_label: same,
  model: { from: null, to: null },
  rubric_version: same,
  prompt_version: { from: null, to: null },
  overall_score: { from: 50, to: 50 },
  recommendation: { from: "passed", to: "passed" },
  categories: [],
  flags_added: [],
  flags_removed: [],
  questions: [],
};

test("what stayed the same is not told", () => {
  expect(linesOf(CHANGES, "en")).toEqual([]);
});

test("a new maker, recommendation and flags are told in words, each with where it belongs", () => {
  const flag = { code: "off_topic", message: "Nothing asked about was found." };
  expect(
    linesOf(
      {
        ...CHANGES,
        model: { from: null, to: "small-model" },
        recommendation: { from: "passed", to: null },
        flags_removed: [flag],
        questions: [
          {
            question_id: "q",
            position: 3,
            text: "Why?",
            score: { from: 1, to: 2 },
            flags_added: [flag],
            flags_removed: [],
          },
        ],
      },
      "en",
    ),
  ).toEqual([
    "Recommendation: Move forward → none",
    "Model: none → small-model",
    "The interview, flag removed: Nothing asked about was found.",
    "Question 3, flag added: Nothing asked about was found.",
  ]);
});
