/**
 * 0 → 0, 1 → 1, and less for each further step: naming the tenth of ten terms tells less than naming the first.
 * @param share 0..1, or above 1 for counts relative to "enough"
 * @param bend how early it flattens; 0 would be a straight line
 */
export function saturate(share: number, bend: number): number {
  const value = (1 - Math.exp(-bend * Math.max(0, share))) / (1 - Math.exp(-bend));
  return Math.min(1, value);
}
