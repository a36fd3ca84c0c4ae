import type { Criterion, CriterionScores } from "./criteria.ts";
import { roundToTenth } from "./scoring.ts";
import { bandOf } from "./standard-error.ts";
import type { FinalStatus } from "./status.ts";

/** What a recommendation rests on. Scores are 0–100. */
export type Scored = {
  overall: number | null;
  /** Standard error of the overall score, in points; null or absent: not known. */
  error?: number | null;
  categories: CriterionScores;
  /** Share of the questions whose score rests on verified evidence, 0–1. */
  evidenceCoverage: number;
  /** Share of the questions that the scores could be made of, 0–1; one left out is a 0, one that nobody could read is none. Absent: all. */
  countingShare?: number;
  /** A flag of the interview or of an answer asks for somebody to look first. */
  needsPerson: boolean;
  /**
   * Something is missing, or nobody vouches for it (lib/domain/coverage.ts). That keeps from passing, and from nothing else: who leaves
   * questions out must not come off better than who answers them badly.
   */
  isIncomplete?: boolean;
};

/** What the template asks for. */
export type Rules = {
  pass: number;
  fail: number;
  /** Nobody has tried these cuts on what this scorer gives (lib/domain/cuts.ts) and it recommends nothing by them. */
  isProposed?: boolean;
  /** Under `gate` in one of these, passing is not recommended. One that was not assessed stops nobody. */
  gatingCategories: readonly Criterion[];
  /** 0–100; none: LEAST_GATING_SCORE. Where cuts were set lower on the scorer's own scale, it is theirs for failing. */
  gate?: number;
  /** `failed` is recommended to nobody without a person's look. */
  requirePersonToFail: boolean;
};

export const LEAST_GATING_SCORE = 50;
export const LEAST_EVIDENCE_COVERAGE = 0.8;
/** From fewer of the questions than this nothing is recommended: neither to pass nor to fail. */
export const LEAST_COUNTING_SHARE = 0.8;
/** Where nobody knows how exact a score is, nearer to a cut than so many points a person looks. */
export const NEAR_A_CUT = 5;

/**
 * A recommendation, never a decision: `passed` and `failed` where everything speaks for it, `needs_review` for everything
 * between, unknown, doubtful, or too near to a cut.
 */
export function recommend(scored: Scored, rules: Rules): FinalStatus {
  const { overall } = scored;
  if ((scored.countingShare ?? 1) < LEAST_COUNTING_SHARE) return "needs_review";
  if (overall === null || scored.needsPerson || rules.isProposed || isNearACut(overall, rules, scored.error))
    return "needs_review";
  if (overall < rules.fail) return rules.requirePersonToFail ? "needs_review" : "failed";
  if (overall < rules.pass || scored.evidenceCoverage < LEAST_EVIDENCE_COVERAGE) return "needs_review";
  return scored.isIncomplete || weakGates(scored, rules).length > 0 ? "needs_review" : "passed";
}

/**
 * Whether a score lies too near to one of the cuts to tell its sides apart.
 * @param error its standard error in points; null: not known
 */
export function isNearACut(
  overall: number,
  { pass, fail }: Pick<Rules, "pass" | "fail">,
  error: number | null = null,
): boolean {
  const band = bandOf(overall, error);
  return [pass, fail].some((cut) =>
    band ? band.low < cut && cut <= band.high : roundToTenth(Math.abs(overall - cut)) < NEAR_A_CUT,
  );
}

/** The criteria that keep from passing. */
export function weakGates({ categories }: Pick<Scored, "categories">, rules: Rules): Criterion[] {
  const { gatingCategories, gate = LEAST_GATING_SCORE } = rules;
  return gatingCategories.filter((criterion) => (categories[criterion] ?? gate) < gate);
}
