import { type Figure, figure } from "./figure.ts";
import { LEAST_PAIRS } from "./least.ts";
import { covariance, mean, sampleVariance, variance } from "./moments.ts";

/** Two scores of the same thing on the same scale, by a person and by the machine or by two people. */
export type Pair = readonly [number, number];

/**
 * Quadratic weighted kappa: 1 agrees wholly, 0 as chance does. Of ordinal grades it is Cohen's (1968); with squared weights it is
 * 1 − mean squared difference ÷ what that would be if the two were drawn apart (Fleiss & Cohen 1973), which takes scores with
 * decimals, too.
 */
export function quadraticWeightedKappa(pairs: readonly Pair[], least: number = LEAST_PAIRS): Figure {
  return figure(pairs.length, least, () => {
    const [first, second] = columns(pairs);
    const apart = mean(pairs.map(([a, b]) => (a - b) ** 2));
    const shift = (mean(first) ?? 0) - (mean(second) ?? 0);
    const byChance = (variance(first) ?? 0) + (variance(second) ?? 0) + shift ** 2;
    return apart === null || byChance === 0 ? null : 1 - apart / byChance;
  });
}

/**
 * How far the second stand above the first, in standard deviations pooled as √((s₁² + s₂²) ÷ 2): Williamson, Xi & Breyer (2012), who let
 * no automated score be off by more than .15.
 */
export function standardizedMeanDifference(pairs: readonly Pair[], least: number = LEAST_PAIRS): Figure {
  return figure(pairs.length, least, () => {
    const [first, second] = columns(pairs);
    const pooled = Math.sqrt(((sampleVariance(first) ?? 0) + (sampleVariance(second) ?? 0)) / 2);
    return pooled === 0 ? null : ((mean(second) ?? 0) - (mean(first) ?? 0)) / pooled;
  });
}

/** Pearson's correlation of pairs, −1 to 1; null where one side does not vary. */
export function correlation(pairs: readonly Pair[]): number | null {
  const [first, second] = columns(pairs);
  const both = Math.sqrt((variance(first) ?? 0) * (variance(second) ?? 0));
  return both === 0 ? null : Math.min(1, Math.max(-1, (covariance(pairs) ?? 0) / both));
}

function columns(pairs: readonly Pair[]): [number[], number[]] {
  return [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
}
