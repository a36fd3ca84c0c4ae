import { CUT_SIDES, type CutFigures, type CutMethod, type CutSide } from "../domain/cuts.ts";
import { expectedOfBorderline, type Judgement } from "./angoff.ts";
import { contrastGroups, intervalOf, type Sided, wrongSides } from "./contrasting-groups.ts";

/** What a person thought of an interview. */
export const RATINGS = ["failed", "borderline", "passed"] as const;
export type Rating = (typeof RATINGS)[number];

/** An interview with a scorer's score, 0–100, and what people thought of it. */
export type Rated = { score: number; rating: Rating };

/**
 * With fewer the cut says more about who happened to be rated than about the scores: the standard error of a share of a half is over 9
 * points from 30 on down, and of a group of under ten one interview moves the error by a tenth.
 */
export const LEAST_RATED = 30;
export const LEAST_ON_A_SIDE = 10;

/** A cut, or why there is none. `no_separation`: the scores do not tell the groups apart; `too_few_judges`: see `angoff.ts`. */
export type CutFound =
  | ({ kind: "cut"; cut: number } & CutFigures)
  | { kind: "too_few"; n: number; needed: number; side: "all" | "below" | "above" }
  | { kind: "no_separation" }
  | { kind: "too_few_judges" };

/** What was found for one criterion. `n`: rated interviews. */
export type Setting = { method: CutMethod; n: number } & Record<CutSide, CutFound>;

type Found = {
  rated: readonly Rated[];
  /** For Angoff alone. */
  judgements?: Readonly<Record<CutSide, readonly Judgement[]>>;
};

const NO_JUDGEMENTS = { pass: [], fail: [] };

/**
 * Both cuts of one criterion. By either method it takes rated interviews: without them nobody knows how often a cut is wrong. Whoever is
 * `borderline` belongs below the cut for passing and above the one for failing.
 */
export function setCuts({ rated, judgements = NO_JUDGEMENTS }: Found, method: CutMethod): Setting {
  const found = CUT_SIDES.map((side) => [side, setCut(sidesOf(rated, side), judgements[side], method)]);
  return { method, n: rated.length, ...(Object.fromEntries(found) as Record<CutSide, CutFound>) };
}

function sidesOf(rated: readonly Rated[], side: CutSide): Sided[] {
  return rated.map(({ score, rating }) => ({
    score,
    isAbove: side === "pass" ? rating === "passed" : rating !== "failed",
  }));
}

function setCut(sided: readonly Sided[], judgements: readonly Judgement[], method: CutMethod): CutFound {
  const above = sided.filter(({ isAbove }) => isAbove).length;
  const below = sided.length - above;
  const missing = tooFew(sided.length, below, above);
  if (missing) return missing;
  return method === "angoff" ? byJudges(sided, judgements, { below, above }) : byGroups(sided, { below, above });
}

function tooFew(n: number, below: number, above: number): CutFound | null {
  if (n < LEAST_RATED) return { kind: "too_few", n, needed: LEAST_RATED, side: "all" };
  if (below < LEAST_ON_A_SIDE) return { kind: "too_few", n: below, needed: LEAST_ON_A_SIDE, side: "below" };
  return above < LEAST_ON_A_SIDE ? { kind: "too_few", n: above, needed: LEAST_ON_A_SIDE, side: "above" } : null;
}

type Counts = { below: number; above: number };

function byGroups(sided: readonly Sided[], counts: Counts): CutFound {
  const parted = contrastGroups(sided);
  if (!parted) return { kind: "no_separation" };
  return { kind: "cut", ...parted, ...counts, ...intervalOf(sided), standardError: null };
}

function byJudges(sided: readonly Sided[], judgements: readonly Judgement[], counts: Counts): CutFound {
  const expected = expectedOfBorderline(judgements);
  if (!expected) return { kind: "too_few_judges" };
  return { kind: "cut", ...expected, ...counts, ...wrongSides(sided, expected.cut) };
}
