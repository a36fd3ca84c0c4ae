import { nearStems } from "../../text/near-stems.ts";
import type { Sentence } from "../../text/sentences.ts";
import { contentStems } from "../../text/words.ts";
import type { Expectations, Point } from "../expectations.ts";
import { saturate } from "./saturate.ts";

export type IdealCoverage = {
  /** 0..1. */
  value: number;
  /** For each sentence, the share of the point it makes best, 0..1. */
  made: number[];
};

/** On the graded answers the middle one shares a third of an ideal answer's weight, one in ten more than half. */
const BEND = 2.5;
/** So much is shared with an ideal answer by talk about anything else: grammar, and a word or two. */
const BY_ACCIDENT = 0.06;

/**
 * How much of the ideal answer the sentences hold: half for its words anywhere in the answer, half for its points, each as far
 * as one sentence makes it, because words that stand together say more. Stems that are nearly the same count as far as they are
 * alike. A sentence that names next to nothing of the subject makes no point, whatever its grammar. Null when there is no ideal answer.
 * @param subject the stems with content, of the points and perhaps more
 */
export function idealCoverage(
  sentences: readonly Sentence[],
  { points, subject }: Pick<Expectations, "points" | "subject">,
): IdealCoverage | null {
  if (points.length === 0) return null;
  const wanted = new Map(points.flatMap((point) => [...point]));
  const counting = countingFor([...wanted.keys()], sentences);
  const totals = points.map((point) => sum(point.values()));
  const holders = holdersOf(points);
  const best = points.map(() => 0);
  const anywhere = new Map<string, number>();
  const made = sentences.map(({ words }) => {
    if (!speaksOf(subject, contentStems(words), counting)) return 0;
    const held = heldBy(new Set(words.map((word) => word.stem)), counting);
    for (const [stem, likeness] of held) anywhere.set(stem, Math.max(likeness, anywhere.get(stem) ?? 0));
    const shares = sharesOf(held, holders, totals);
    for (const [at, share] of shares) best[at] = Math.max(share, best[at] ?? 0);
    return Math.max(0, ...shares.values());
  });
  const words = wordsShare(wanted, anywhere, subject);
  const share = (words + sum(best) / points.length) / 2;
  return { value: saturate((share - BY_ACCIDENT) / (1 - BY_ACCIDENT), BEND), made };
}

/** As much of the grammar counts as comes with the content that it holds together: "is", "it" and "the" stand in any talk. */
function wordsShare(wanted: Likeness, said: Likeness, subject: ReadonlySet<string>): number {
  const held = { content: 0, grammar: 0 };
  const all = { content: 0, grammar: 0 };
  for (const [stem, weight] of wanted) {
    const part = subject.has(stem) ? "content" : "grammar";
    all[part] += weight;
    held[part] += weight * (said.get(stem) ?? 0);
  }
  if (all.content === 0) return held.grammar / (all.grammar || 1);
  const grammar = Math.min(held.grammar, all.grammar * GRAMMAR_AT * (held.content / all.content));
  return (held.content + grammar) / (all.content + all.grammar);
}

/** Grammar is met sooner than content; twice its share is what a good answer has. */
const GRAMMAR_AT = 2;

/** A single word of the subject among others is there by accident. */
const LEAST_SHARED = 2;
const LEAST_SHARE = 1 / 3;

function speaksOf(
  subject: ReadonlySet<string>,
  content: ReadonlySet<string>,
  counting: ReadonlyMap<string, [string, number][]>,
): boolean {
  const shared = subject.intersection(heldBy(content, counting)).size;
  return shared >= LEAST_SHARED || (shared > 0 && shared / content.size >= LEAST_SHARE);
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

function heldBy(stems: ReadonlySet<string>, counting: ReadonlyMap<string, [string, number][]>): Likeness {
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
