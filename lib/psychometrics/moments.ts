/** Sums go from small to large, so that the order of the cases makes no difference, not even in the last digit. */
function sum(values: readonly number[]): number {
  return values.toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b).reduce((total, value) => total + value, 0);
}

/** The arithmetic mean; null without values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** The mean of the products of the distances from both means. Pairs; null without any. */
export function covariance(pairs: readonly (readonly [number, number])[]): number | null {
  const [a, b] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  if (a === null || b === null) return null;
  return mean(pairs.map(([x, y]) => (x - a) * (y - b)));
}

/** The mean squared distance from the mean: of these values, not an estimate for others. Null without values. */
export function variance(values: readonly number[]): number | null {
  return covariance(values.map((value) => [value, value]));
}

/** An estimate of the variance of those whom these were drawn from (divided by n − 1); null of fewer than two. */
export function sampleVariance(values: readonly number[]): number | null {
  const own = variance(values);
  return own === null || values.length < 2 ? null : (own * values.length) / (values.length - 1);
}
