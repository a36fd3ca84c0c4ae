import { type Coverage, isWhole } from "./coverage.ts";
import {
  isNearACut,
  LEAST_COUNTING_SHARE,
  LEAST_EVIDENCE_COVERAGE,
  type Rules,
  type Scored,
  weakGates,
} from "./recommend.ts";
import type { FinalStatus } from "./status.ts";

/** Why a person must look at an interview before its scores are believed; the most serious first, which is how they are shown. */
export const LOOK_REASONS = [
  "manipulation",
  "audit_failed",
  "no_answers",
  "unvouched_questions",
  "not_all_asked",
  "other_words",
  "not_all_answered",
  "not_readable",
  "unclear_sound",
  "unusual_answer",
  "nothing_expected",
  "unsure_scorer",
  "little_evidence",
  "weak_category",
  "cuts_not_set",
  "near_a_cut",
  "band_crosses_cut",
  "between_cuts",
  "person_fails",
] as const;
export type LookReason = (typeof LOOK_REASONS)[number];

type Facts = {
  /** What the flags of the interview and its answers ask for. */
  flagged: readonly LookReason[];
  coverage: Coverage;
  scored: Scored;
  rules: Rules;
  recommendation: FinalStatus;
};

/** The reasons that hold, in their order. Nothing that is recommended to pass has any; what needs review has at least one. */
export function lookReasons({ flagged, coverage, scored, rules, recommendation }: Facts): LookReason[] {
  const holds: Partial<Record<LookReason, boolean>> = {
    ...Object.fromEntries(flagged.map((reason) => [reason, true])),
    ...(isWhole(coverage) ? {} : incomplete(coverage)),
    ...(recommendation === "needs_review" ? doubts(scored, rules) : {}),
  };
  return LOOK_REASONS.filter((reason) => holds[reason]);
}

function incomplete(coverage: Coverage): Partial<Record<LookReason, boolean>> {
  return {
    unvouched_questions: coverage.unvouched > 0,
    not_all_asked: coverage.asked < coverage.total,
    other_words: coverage.otherWords > 0,
    not_all_answered: coverage.answered < coverage.asked,
  };
}

/** What keeps a number from recommending anything. */
function doubts(scored: Scored, rules: Rules): Partial<Record<LookReason, boolean>> {
  const { overall } = scored;
  if (overall === null) return { no_answers: true };
  if (rules.isProposed) return { cuts_not_set: true }; // what lies on which side of them says nothing
  const isByError = typeof scored.error === "number";
  const near = isNearACut(overall, rules, scored.error);
  return {
    not_readable: (scored.countingShare ?? 1) < LEAST_COUNTING_SHARE,
    little_evidence: overall >= rules.pass && scored.evidenceCoverage < LEAST_EVIDENCE_COVERAGE,
    weak_category: overall >= rules.pass && weakGates(scored, rules).length > 0,
    near_a_cut: near && !isByError,
    band_crosses_cut: near && isByError,
    between_cuts: !near && overall >= rules.fail && overall < rules.pass,
    person_fails: !near && overall < rules.fail && rules.requirePersonToFail,
  };
}
