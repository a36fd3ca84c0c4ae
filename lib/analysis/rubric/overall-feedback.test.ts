import { expect, test } from "vitest";
import { NO_SCORES, perCriterion } from "../../domain/criteria.ts";
import type { Finding } from "../scorer.ts";
import { DISCLAIMER, writeOverallFeedback } from "./overall-feedback.ts";

function result(score: number | null, improvements: string[] = []): Finding {
  const levels = perCriterion(() => score);
  return {
    questionId: "q",
    question: "Why?",
    type: "general",
    score,
    levels,
    strengths: [],
    improvements,
    evidence: [],
    flags: [],
  };
}

test("says how much was judged, where most was shown, and what would help most often", () => {
  const categories = { ...NO_SCORES, technical: 71.2, communication: 60, problem_solving: 40.1, cultural_fit: 55 };
  const questions = [result(60, ["Why?", "Numbers."]), result(60, ["Numbers."]), result(null)];
  expect(writeOverallFeedback(categories, questions)).toBe(
    `2 of 3 questions could be judged; one without an answer counts as 0. Most was shown in technical content (71.2), least in problem solving (40.1). In 2 answers: Numbers. ${DISCLAIMER}`,
  );
});

test("makes no difference where there is none", () => {
  const categories = { ...NO_SCORES, technical: 60, communication: 61, problem_solving: 62, cultural_fit: 63 };
  expect(writeOverallFeedback(categories, [result(61)])).toBe(
    `The one question was answered. The four areas came out about alike. ${DISCLAIMER}`,
  );
});
