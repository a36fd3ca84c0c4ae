import { setImmediate as nextTurn } from "node:timers/promises";
import type { CallLog } from "../../ai/call-log.ts";
import { companyValuesOrDefault } from "../../domain/company-values.ts";
import { type Coverage, isWhole } from "../../domain/coverage.ts";
import { CRITERIA, type CriterionScores } from "../../domain/criteria.ts";
import { disagreement, MOST_TOTAL_ABOVE_RUBRIC } from "../../domain/disagreement.ts";
import { type LookReason, lookReasons } from "../../domain/look-reasons.ts";
import {
  LEAST_EVIDENCE_COVERAGE,
  LEAST_GATING_SCORE,
  type Rules,
  recommend,
  type Scored,
} from "../../domain/recommend.ts";
import type { StandardErrors } from "../../domain/standard-error.ts";
import type { FinalStatus } from "../../domain/status.ts";
import { inParallel } from "../../in-parallel.ts";
import { flag, needsPerson, reasonsOf } from "../flags.ts";
import type { Hearer } from "../hearing/hear-in-child.ts";
import type { Finding, Flag, Scorer, ScorerIdentity } from "../scorer.ts";
import { byRubric } from "./by-rubric.ts";
import type { InterviewInput, ScoringRules } from "./interview-input.ts";
import { type AnswerError, measureError } from "./measure-error.ts";
import { type QuestionResult, scoreAnswer } from "./score-answer.ts";
import { type Totals, totalScores } from "./total-scores.ts";

export type { InterviewInput } from "./interview-input.ts";
export type { QuestionResult } from "./score-answer.ts";

export type InterviewScore = {
  identity: ScorerIdentity;
  /** 0–100, one decimal; null: not assessed. */
  categories: CriterionScores;
  spread: CriterionScores;
  overall: number | null;
  /** Which questions the scores rest on. */
  coverage: Coverage;
  /** Share of the questions that count whose score rests on at least one verified quote, 0–1. */
  evidenceCoverage: number;
  overallFeedback: string;
  flags: Flag[];
  recommendation: FinalStatus;
  /** By which cuts it is recommended; null: by the template's thresholds, or not at all. */
  cutSettingId: string | null;
  /** Why a person must look. */
  lookReasons: LookReason[];
  /** How exact each score is; see lib/domain/standard-error.ts. */
  standardErrors: StandardErrors;
  /** What the overall score would be by the built-in rubric alone, over the same answers; null: no model was asked, or none counts. */
  rubricScore: number | null;
  /** In the order of the input. */
  questions: (QuestionResult & AnswerError)[];
};

/** With fewer judged questions than this share, the interview is flagged. */
const ENOUGH_ASSESSED = 0.8;
const DEFAULT_CONCURRENCY = 4;
const NOBODY: Hearer = async () => null;

/**
 * Scores one interview: text → pre-check → name → scorer → quotes, for each question on its own; then totals, words and a
 * recommendation for all of them. Every total is made here, never by a scorer.
 * @param hear how spoken answers are heard again, for their error; without it nobody does, and scores of spoken answers have none
 * @param concurrency how many questions are scored at a time; nothing depends on it but the time it takes
 * @throws ScorerError when the scorer cannot score, and then there are no numbers at all
 */
export async function scoreInterview(
  { candidate, rules, planned = [], questions: asked }: InterviewInput,
  scorer: Scorer,
  calls: CallLog,
  concurrency: number = DEFAULT_CONCURRENCY,
  hear: Hearer = NOBODY,
): Promise<InterviewScore> {
  const context = { companyValues: companyValuesOrDefault(rules.companyValues) };
  const answers = await inParallel(asked, concurrency, async (question) => {
    await nextTurn(); // the rubric computes: whatever else waits for this process comes between two answers
    return scoreAnswer({ question, candidate, context }, scorer, calls);
  });
  const questions = answers.map(({ result }) => result);
  const totals = totalScores({ planned, asked, results: questions }, rules.categoryWeights);
  const { categories, spread, overall, coverage, evidenceCoverage } = totals;
  const rubricScore = byRubric({ planned, asked, results: questions }, rules.categoryWeights);
  const flags = [...flagInterview(scorer.identity, totals), ...flagAbove(overall, rubricScore)];
  const { identity } = scorer;
  const weights = rules.categoryWeights;
  const errors = await measureError({ identity, answers, measured: totals.measured, weights, context }, hear);
  return {
    ...{ identity: scorer.identity, categories, spread, overall, coverage, evidenceCoverage, flags, rubricScore },
    overallFeedback: await narrate(
      answers.map(({ finding }) => finding),
      categories,
      scorer,
      calls,
    ),
    ...advise({ ...totals, error: errors.overall }, [...flags, ...doubtsOf(questions, totals)], {
      ...rules,
      ...cutsOf(scorer.identity, rules),
    }),
    cutSettingId: rules.cuts?.id ?? null,
    standardErrors: { criteria: errors.criteria, overall: errors.overall },
    questions: questions.map((question) => ({ ...question, ...errors.ofQuestion(question.questionId) })),
  };
}

function flagInterview({ method }: ScorerIdentity, { assessedShare, evidenceCoverage, indirect }: Totals): Flag[] {
  return [
    ...(method === "sandbox" ? [flag("sandbox")] : []),
    ...coverageFlags(assessedShare, evidenceCoverage),
    ...CRITERIA.filter((each) => indirect.includes(each)).map((each) => flag(`indirect_${each}`)),
  ];
}

/** A model that was talked into good marks everywhere passes nobody by itself. */
function flagAbove(overall: number | null, rubricScore: number | null): Flag[] {
  const above = disagreement(overall, rubricScore);
  return above !== null && above > MOST_TOTAL_ABOVE_RUBRIC ? [flag("total_above_rubric")] : [];
}

function coverageFlags(assessed: number, evidenceCoverage: number): Flag[] {
  if (assessed === 0) return [flag("no_answers")];
  if (assessed < ENOUGH_ASSESSED) return [flag("partly_answered")];
  return evidenceCoverage < LEAST_EVIDENCE_COVERAGE ? [flag("little_evidence")] : [];
}

/** The flags of answers that count. Speaking to the scorer counts wherever it is done. */
function doubtsOf(questions: readonly QuestionResult[], { counting }: Totals): Flag[] {
  return questions.flatMap((question) =>
    question.flags.filter(({ code }) => counting.includes(question) || code === "instructions_in_answer"),
  );
}

/**
 * The rubric recommends by cuts that were set by ratings of what it scored, or not at all: its scores have a scale of their own, on which
 * a template's thresholds mean nothing. A model is asked to score on theirs.
 */
function cutsOf({ method }: ScorerIdentity, { cuts, passThreshold, failThreshold }: ScoringRules) {
  if (cuts) return { pass: cuts.pass, fail: cuts.fail, gate: Math.min(LEAST_GATING_SCORE, cuts.fail) };
  return { pass: passThreshold, fail: failThreshold, isProposed: method === "offline_rubric" };
}

/** What the scores suggest, and why a person must look. */
function advise(
  totals: Totals & Pick<Scored, "error">,
  flags: readonly Flag[],
  rules: Rules & Pick<ScoringRules, "auditFailed">,
) {
  const { coverage, isNobodys } = totals;
  const { auditFailed = false } = rules;
  const scored = {
    ...totals,
    needsPerson: needsPerson(flags) || isNobodys || auditFailed,
    isIncomplete: !isWhole(coverage),
  };
  const recommendation = recommend(scored, rules);
  const flagged = [...(auditFailed ? (["audit_failed"] as const) : []), ...reasonsOf(flags)];
  return { recommendation, lookReasons: lookReasons({ flagged, coverage, scored, rules, recommendation }) };
}

/** Where nothing could be judged there is nothing to tell, and no call to pay for. */
async function narrate(
  findings: readonly Finding[],
  categories: CriterionScores,
  scorer: Scorer,
  calls: CallLog,
): Promise<string> {
  if (findings.every(({ score }) => score === null)) return nothingToJudge(findings.length);
  return scorer.narrate(findings, categories, calls);
}

function nothingToJudge(asked: number): string {
  if (asked === 0) return "No question was asked, so there is nothing to judge.";
  if (asked === 1) return "The one question has no answer that can be judged.";
  return `None of the ${asked} questions has an answer that can be judged.`;
}
