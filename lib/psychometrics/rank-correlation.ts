import { correlation, type Pair } from "./agreement.ts";
import { type Figure, figure } from "./figure.ts";
import { LEAST_PAIRS } from "./least.ts";

/** A person's score, the machine's, and how many words were said. */
export type Sized = { human: number; machine: number; words: number };

/** Spearman's rank correlation, −1 to 1; those who tie share the mean of their places. */
export function rankCorrelation(pairs: readonly Pair[], least: number = LEAST_PAIRS): Figure {
  return figure(pairs.length, least, () => ofRanks(pairs));
}

/**
 * Spearman's correlation of the two scores among answers of the same length: the partial correlation of their ranks, that of the number of
 * words taken out (Kendall 1942). What length alone brings about of an agreement is gone.
 */
export function lengthPartialled(cases: readonly Sized[], least: number = LEAST_PAIRS): Figure {
  return figure(cases.length, least, () => {
    const scores = ofRanks(cases.map(({ human, machine }) => [human, machine]));
    const [byHuman, byMachine] = [withWords(cases, "human"), withWords(cases, "machine")];
    if (scores === null || byHuman === null || byMachine === null) return null;
    const left = Math.sqrt((1 - byHuman ** 2) * (1 - byMachine ** 2));
    return left < SAME ? null : bounded((scores - byHuman * byMachine) / left);
  });
}

/** Under this nothing is left beside length but the last digits of a computer's numbers. */
const SAME = 1e-9;

function withWords(cases: readonly Sized[], of: "human" | "machine"): number | null {
  return ofRanks(cases.map((each) => [each[of], each.words]));
}

function ofRanks(pairs: readonly Pair[]): number | null {
  const [first, second] = [ranks(pairs.map(([a]) => a)), ranks(pairs.map(([, b]) => b))];
  return correlation(pairs.map((_, at) => [first[at] ?? 0, second[at] ?? 0]));
}

/** The place of each value, 1 for the least. */
function ranks(values: readonly number[]): number[] {
  const places = new Map<number, { sum: number; count: number }>();
  for (const [at, value] of values.toSorted((a, b) => a - b).entries()) {
    const { sum, count } = places.get(value) ?? { sum: 0, count: 0 };
    places.set(value, { sum: sum + at + 1, count: count + 1 });
  }
  return values.map((value) => {
    const { sum, count } = places.get(value) ?? { sum: 0, count: 1 };
    return sum / count;
  });
}

const bounded = (value: number) => Math.min(1, Math.max(-1, value));
