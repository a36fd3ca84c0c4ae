import { nearStems } from "../../text/near-stems.ts";
import type { Sentence } from "../../text/sentences.ts";
import { contentStems } from "../../text/words.ts";
import type { Expectations, Point } from "../expectations.ts";

export type IdealCoverage = {
  /** How much of the ideal answer is said, 0..1. */
  share: number;
  /** For each sentence, the share of the point it makes best, 0..1. */
  made: number[];
};

/**
 * Of what is said, so much for the words of the ideal answer anywhere, and the rest for its points, each as far as one sentence makes it:
 * words that stand together say more, and a longer answer meets them less by its length alone. On the graded training answers .3 to .5
 * agree best with people (rho .46); the points alone lose .02 there, the words alone .03.
 */
const PAIR = 0;

const WORDS_SHARE = 0.4;

/** What an answer is compared with: the ideal one, and others that are as right. */
export type Ideal = Pick<Expectations, "points" | "alternatives" | "subject">;

/**
 * How much of the ideal answer the sentences hold, or of another that is as right, whichever is closest. Stems that are nearly the same count
 * as far as they are alike. Null when there is no ideal answer.
 */
export function idealCoverage(
  sentences: readonly Sentence[],
  { points, alternatives = [], subject }: Ideal,
): IdealCoverage | null {
  if (points.length === 0) return null;
  const covered = [points, ...alternatives].map((each) => coverageOf(sentences, each, subject));
  return covered.reduce((best, each) => (each.share > best.share ? each : best));
}

/** @param subject the stems with content, of the points and perhaps more */
function coverageOf(
  sentences: readonly Sentence[],
  points: readonly Point[],
  subject: ReadonlySet<string>,
): IdealCoverage {
  const wanted = new Map(points.flatMap((point) => [...point]));
  const counting = countingFor([...wanted.keys()], sentences);
  const totals = points.map((point) => sum(point.values()));
  const holders = holdersOf(points);
  const best = points.map(() => 0);
  const anywhere = new Map<string, number>();
  let before: Likeness = new Map();
  const made = sentences.map(({ words }) => {
    const held = heldBy(new Set(words.map((word) => word.stem)), counting);
    const own = new Map(held);
    if (![...held.keys()].some((stem) => subject.has(stem))) return 0; // grammar alone makes no point
    for (const [stem, likeness] of held) anywhere.set(stem, Math.max(likeness, anywhere.get(stem) ?? 0));
    const shares = sharesOf(held, holders, totals);
    for (const [at, share] of shares) best[at] = Math.max(share, best[at] ?? 0);
    for (const [stem, likeness] of before) held.set(stem, Math.max(likeness, held.get(stem) ?? 0));
    for (const [at, share] of sharesOf(held, holders, totals)) best[at] = Math.max(PAIR * share, best[at] ?? 0);
    before = own;
    return Math.max(0, ...shares.values());
  });
  const pointsShare = sum(best) / points.length;
  return { share: WORDS_SHARE * wordsShare(wanted, anywhere, subject) + (1 - WORDS_SHARE) * pointsShare, made };
}

/** Of the words with content: "is", "it" and "the" stand in any talk. */
function wordsShare(wanted: Likeness, said: Likeness, subject: ReadonlySet<string>): number {
  const telling = [...wanted].filter(([stem]) => subject.has(stem));
  const counted = telling.length > 0 ? telling : [...wanted];
  return (
    sum(counted.map(([stem, weight]) => weight * (said.get(stem) ?? 0))) / sum(counted.map(([, weight]) => weight))
  );
}

type Likeness = ReadonlyMap<string, number>;

/** What each said stem counts for: itself, and as a word with content also the wanted stems that it is near. */
function countingFor(
  wanted: readonly string[],
  sentences: readonly Sentence[],
): Map<string, [wanted: string, likeness: number][]> {
  const counting = new Map<string, [string, number][]>(wanted.map((stem) => [stem, [[stem, 1]]]));
  const content = contentStems(sentences.flatMap(({ words }) => words));
  for (const [stem, near] of nearStems(wanted, content))
    for (const { stem: said, likeness } of near)
      if (said !== stem) counting.set(said, [...(counting.get(said) ?? []), [stem, likeness]]);
  return counting;
}

function heldBy(stems: ReadonlySet<string>, counting: ReadonlyMap<string, [string, number][]>): Map<string, number> {
  const held = new Map<string, number>();
  for (const said of stems)
    for (const [stem, likeness] of counting.get(said) ?? []) held.set(stem, Math.max(likeness, held.get(stem) ?? 0));
  return held;
}

/** Which points hold a stem, and with what weight; so that a sentence costs what it shares, not all there is. */
function holdersOf(points: readonly Point[]): Map<string, [point: number, weight: number][]> {
  const holders = new Map<string, [number, number][]>();
  for (const [at, point] of points.entries())
    for (const [stem, weight] of point) {
      const list = holders.get(stem);
      if (list === undefined) holders.set(stem, [[at, weight]]);
      else list.push([at, weight]);
    }
  return holders;
}

function sharesOf(
  held: Likeness,
  holders: ReadonlyMap<string, [number, number][]>,
  totals: readonly number[],
): Map<number, number> {
  const shares = new Map<number, number>();
  for (const [stem, likeness] of held)
    for (const [at, weight] of holders.get(stem) ?? [])
      shares.set(at, (shares.get(at) ?? 0) + (weight * likeness) / (totals[at] ?? 1));
  return shares;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
