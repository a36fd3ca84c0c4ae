import { CRITERIA, type CriterionScores, type CriterionWeights, EQUAL_WEIGHTS } from "./criteria.ts";

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
 * The overall score: the weighted mean of the scores of the criteria that are known, one decimal.
 * 85.5, 78.2, 68.4 and 70.4 at equal weights give 75.6 (the contract's example).
 */
export function overallScore(scores: CriterionScores, weights: CriterionWeights = EQUAL_WEIGHTS): number | null {
  const mean = weightedMean(CRITERIA.map((criterion) => ({ value: scores[criterion], weight: weights[criterion] })));
  return mean === null ? null : roundToTenth(mean);
}
