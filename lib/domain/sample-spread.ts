import { CRITERIA, type CriterionScores, NO_SCORES } from "./criteria.ts";
import { interviewCategories, type WeighedQuestion } from "./question-weights.ts";
import { roundToTenth } from "./scoring.ts";

/** The square root of the mean squared distance from the mean; null without values. */
export function standardDeviation(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.map((value) => (value - mean) ** 2).sort((a, b) => a - b);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / values.length);
}

/**
 * How much the score of an interview in each criterion wavers: the population standard deviation over the interview scored by the
 * first sample of every question, by the second, and so on. One decimal; null where the criterion was not assessed. A question
 * with fewer samples than others stands with its mean.
 */
export function categorySpread(
  questions: readonly (WeighedQuestion & { samples: readonly CriterionScores[] })[],
): CriterionScores {
  const rounds = Math.max(0, ...questions.map(({ samples }) => samples.length));
  const scored = Array.from({ length: rounds }, (_, round) =>
    interviewCategories(questions.map((each) => ({ ...each, levels: each.samples[round] ?? each.levels }))),
  );
  const { scores } = interviewCategories(questions);
  const spread: CriterionScores = { ...NO_SCORES };
  for (const criterion of CRITERIA) {
    if (scores[criterion] === null) continue;
    const deviation = standardDeviation(
      scored.map((round) => round.scores[criterion]).filter((score) => score !== null),
    );
    spread[criterion] = deviation === null ? null : roundToTenth(deviation);
  }
  return spread;
}
