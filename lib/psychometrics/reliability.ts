import { correlation } from "./agreement.ts";
import { derived, type Figure, figure } from "./figure.ts";
import { LEAST_PARTS, LEAST_PEOPLE } from "./least.ts";
import { sampleVariance } from "./moments.ts";

/** What each person reached in each part of a test; every row has as many. */
export type PeopleByParts = readonly (readonly number[])[];

/** Cronbach's alpha (1951): how far the parts rank people alike. At most 1; below 0 they speak against each other. */
export function cronbachAlpha(people: PeopleByParts, least: number = LEAST_PEOPLE): Figure {
  return figure(people.length, least, () => {
    const parts = partsOf(people);
    const ofTotals = sampleVariance(people.map(total));
    if (parts < LEAST_PARTS || !ofTotals) return null;
    const ofParts = Array.from({ length: parts }, (_, part) => people.map((row) => row[part] ?? 0));
    const apart = ofParts.reduce((sum, part) => sum + (sampleVariance(part) ?? 0), 0);
    return (parts / (parts - 1)) * (1 - apart / ofTotals);
  });
}

/**
 * The correlation of the odd parts' totals with the even ones', stepped up to the whole test's length: 2r ÷ (1 + r) (Spearman 1910, Brown
 * 1910). At most 1.
 */
export function splitHalf(people: PeopleByParts, least: number = LEAST_PEOPLE): Figure {
  return figure(people.length, least, () => {
    if (partsOf(people) < LEAST_PARTS) return null;
    const r = correlation(people.map((row) => [total(row.filter(isOdd)), total(row.filter((_, at) => at % 2 === 1))]));
    return r === null ? null : (2 * r) / (1 + r);
  });
}

/**
 * The standard error of measurement, in the points of the totals: sd × √(1 − reliability). A reliability below 0 counts as 0, since no
 * score errs by more than all differ.
 */
export function standardError(totals: readonly number[], reliability: Figure): Figure {
  const deviation = figure(totals.length, 0, () => Math.sqrt(sampleVariance(totals) ?? Number.NaN));
  return derived([deviation, reliability], (sd, r) => (sd ?? 0) * Math.sqrt(1 - Math.min(1, Math.max(0, r ?? 0))));
}

/** @throws RangeError when somebody has other parts than the first */
function partsOf(people: PeopleByParts): number {
  const parts = people[0]?.length ?? 0;
  if (people.some((row) => row.length !== parts)) throw new RangeError("everybody must have the same parts");
  return parts;
}

const isOdd = (_: number, at: number) => at % 2 === 0; // the first, the third …
const total = (row: readonly number[]) => row.reduce((sum, score) => sum + score, 0);
