import { expect, test } from "vitest";
import type { ReviewQuestion } from "../../lib/contract/review.ts";
import { evidenceOf } from "./category-evidence.ts";

const quote = (words: string, category: string) => ({
  quote: words,
  category,
  note: "names a tool",
  media_offset_seconds: null,
  approximate: false,
});
const question = (position: number, ...evidence: ReturnType<typeof quote>[]) =>
  ({ position, analysis: { evidence } }) as unknown as ReviewQuestion;

test("a category rests on its quotes from all questions, in their order", () => {
  const unscored = { position: 2, analysis: null } as unknown as ReviewQuestion;
  const questions = [
    question(1, quote("one", "technical"), quote("two", "communication")),
    unscored,
    question(3, quote("three", "technical")),
  ];
  const found = evidenceOf(questions, "technical").map(({ position, evidence }) => [position, evidence.quote]);
  expect(found).toEqual([
    [1, "one"],
    [3, "three"],
  ]);
  expect(evidenceOf(questions, "cultural_fit")).toEqual([]);
});
