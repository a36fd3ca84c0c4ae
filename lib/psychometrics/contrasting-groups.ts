import { randomFrom } from "../domain/random.ts";
import { roundToTenth } from "../domain/scoring.ts";

/** An interview's score, and on which side of the cut people who looked at it put it. */
export type Sided = { score: number; isAbove: boolean };

/** A cut with the shares of interviews on its wrong side, 0–1. */
export type Parted = { cut: number; falseAbove: number; falseBelow: number };

const RESAMPLES = 1_000;
/** Any will do: the same ratings always have the same interval. */
const SEED = 1982;

/**
 * Contrasting groups: the cut that puts the fewest interviews on the other side than people did (Livingston & Zieky 1982, Passing Scores;
 * Cizek & Bunch 2007, Standard Setting, ch. 8). Of several that do equally well the one nearest to their middle.
 * @param sided at least one on each side
 * @returns null where no cut does better than putting all on one side: then the scores do not tell the groups apart
 */
export function contrastGroups(sided: readonly Sided[]): Parted | null {
  const above = sided.filter(({ isAbove }) => isAbove).length;
  const { cut, errors } = bestCut(steps(sided));
  if (errors >= Math.min(above, sided.length - above)) return null;
  return { cut, ...wrongSides(sided, cut) };
}

/** What a cut puts on the wrong side. Counted on the interviews that it was set by, it is a little too kind. */
export function wrongSides(sided: readonly Sided[], cut: number): Omit<Parted, "cut"> {
  const falseAbove = sided.filter(({ score, isAbove }) => score >= cut && !isAbove).length;
  const falseBelow = sided.filter(({ score, isAbove }) => score < cut && isAbove).length;
  return { falseAbove: falseAbove / sided.length, falseBelow: falseBelow / sided.length };
}

/** The middle 95 % of the cuts of resampled interviews (percentile bootstrap, Efron & Tibshirani 1993, ch. 13). */
export function intervalOf(sided: readonly Sided[]): { low: number; high: number } {
  const random = randomFrom(SEED);
  const all = steps(sided);
  const stepOf = new Map(all.map(({ score }, at) => [score, at]));
  const places = sided.map(({ score, isAbove }) => ({ at: stepOf.get(score) ?? 0, isAbove }));
  const cuts = Array.from({ length: RESAMPLES }, () => resampled(all, places, random)).flatMap((cut) => cut ?? []);
  cuts.sort((a, b) => a - b);
  const quantile = (share: number) => cuts[Math.round(share * (cuts.length - 1))] ?? Number.NaN;
  return { low: quantile(0.025), high: quantile(0.975) };
}

/** Null: this sample has nobody on one of the sides. */
function resampled(
  all: readonly Step[],
  places: readonly { at: number; isAbove: boolean }[],
  random: () => number,
): number | null {
  const drawn = all.map(({ score }) => ({ score, above: 0, below: 0 }));
  for (const _ of places) {
    const { at, isAbove } = places[Math.floor(random() * places.length)] as (typeof places)[number];
    const step = drawn[at] as Step;
    if (isAbove) step.above++;
    else step.below++;
  }
  const met = drawn.filter(({ above, below }) => above + below > 0);
  const sides = [met.some(({ above }) => above > 0), met.some(({ below }) => below > 0)];
  return sides.every(Boolean) ? bestCut(met).cut : null;
}

/** How many interviews of each side have this score. */
type Step = { score: number; above: number; below: number };

function steps(sided: readonly Sided[]): Step[] {
  const found = new Map<number, Step>();
  for (const { score, isAbove } of sided) {
    const step = found.get(score) ?? { score, above: 0, below: 0 };
    found.set(score, isAbove ? { ...step, above: step.above + 1 } : { ...step, below: step.below + 1 });
  }
  return [...found.values()].sort((a, b) => a.score - b.score);
}

/** Among the middles between two neighbouring scores, and what lies under and over all of them. */
function bestCut(sorted: readonly Step[]): { cut: number; errors: number } {
  let errors = sorted.reduce((sum, { below }) => sum + below, 0); // under all scores: everybody is above
  const tried = [{ cut: sorted[0]?.score ?? 0, errors }];
  for (const [at, { score, above, below }] of sorted.entries()) {
    errors += above - below;
    const next = sorted[at + 1]?.score ?? score + 0.2;
    tried.push({ cut: Math.min(next, roundUp((score + next) / 2)), errors });
  }
  const least = Math.min(...tried.map((each) => each.errors));
  const best = tried.filter((each) => each.errors === least);
  const [lowest = 0, highest = lowest] = [best[0]?.cut, best.at(-1)?.cut];
  const middle = (lowest + highest) / 2;
  const nearest = best.toSorted((a, b) => Math.abs(a.cut - middle) - Math.abs(b.cut - middle));
  return nearest[0] ?? { cut: 0, errors: 0 };
}

/** To a tenth, and never down to the score below it. */
function roundUp(value: number): number {
  return roundToTenth(Math.ceil(value * 10 - 1e-9) / 10);
}
