import { expect, test } from "vitest";
import { besideRubricWords } from "./beside-rubric-words.ts";

test.each([
  [{ rubric_score: 38, disagreement: 41.2 }, "The built-in rubric finds 38.0: 41 points lower."],
  [{ rubric_score: 62, disagreement: -1 }, "The built-in rubric finds 62.0: 1 point higher."],
  [{ rubric_score: 50, disagreement: 0.3 }, "The built-in rubric finds 50.0, the same."],
  [{ rubric_score: 17, disagreement: null }, null],
  [{ rubric_score: null, disagreement: null }, null],
])("%o is said as %s", (beside, words) => {
  expect(besideRubricWords(beside, "en")).toBe(words);
});
