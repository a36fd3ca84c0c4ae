/** The four things a candidate is scored on, in the contract's order. */
export const CATEGORIES = ["technical", "communication", "problem_solving", "cultural_fit"] as const;
export type Category = (typeof CATEGORIES)[number];

/** 0–100, or null: there was not enough to judge by. */
export type CategoryScores = Record<Category, number | null>;
/** Nothing was assessed. */
export const NO_SCORES: Readonly<CategoryScores> = {
  technical: null,
  communication: null,
  problem_solving: null,
  cultural_fit: null,
};
export type CategoryWeights = Record<Category, number>;

export const EQUAL_WEIGHTS: CategoryWeights = { technical: 1, communication: 1, problem_solving: 1, cultural_fit: 1 };

export function roundToTenth(value: number): number {
  return Math.round((value + Number.EPSILON) * 10) / 10;
}

/**
 * The weighted mean of pairs whose value is known, or null when none is.
 * @param pairs values and their weights, weights ≥ 0
 */
export function weightedMean(pairs: Iterable<{ value: number | null; weight: number }>): number | null {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of pairs) {
    if (value === null) continue;
    sum += value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

/**
 * The overall score: the weighted mean of the category scores that are known, one decimal.
 * 85.5, 78.2, 68.4 and 70.4 at equal weights give 75.6 (the contract's example).
 */
export function overallScore(scores: CategoryScores, weights: CategoryWeights = EQUAL_WEIGHTS): number | null {
  const mean = weightedMean(CATEGORIES.map((category) => ({ value: scores[category], weight: weights[category] })));
  return mean === null ? null : roundToTenth(mean);
}
