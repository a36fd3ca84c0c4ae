import { companyValuesOrDefault } from "../../domain/company-values.ts";
import { interviewCategories } from "../../domain/question-weights.ts";
import { LEAST_EVIDENCE_COVERAGE, recommend } from "../../domain/recommend.ts";
import { categorySpread } from "../../domain/sample-spread.ts";
import { CATEGORIES, type CategoryScores, overallScore } from "../../domain/scoring.ts";
import type { FinalStatus } from "../../domain/status.ts";
import type { CallLog } from "../call-log.ts";
import { flag, needsPerson } from "../flags.ts";
import type { Finding, Flag, Scorer, ScorerIdentity } from "../scorer.ts";
import type { InterviewInput, InterviewQuestion } from "./interview-input.ts";
import { runBounded } from "./run-bounded.ts";
import { type QuestionResult, scoreAnswer } from "./score-answer.ts";

export type { InterviewInput } from "./interview-input.ts";
export type { QuestionResult } from "./score-answer.ts";

export type InterviewScore = {
  identity: ScorerIdentity;
  /** 0–100, one decimal; null: not assessed. */
  categories: CategoryScores;
  spread: CategoryScores;
  overall: number | null;
  /** Share of the questions asked whose score rests on at least one verified quote, 0–1. */
  evidenceCoverage: number;
  overallFeedback: string;
  flags: Flag[];
  recommendation: FinalStatus;
  /** In the order of the input. */
  questions: QuestionResult[];
};

/** With fewer judged questions than this share, the interview is flagged. */
const ENOUGH_ASSESSED = 0.8;
const DEFAULT_CONCURRENCY = 4;

/**
 * Scores one interview: text → pre-check → name → scorer → quotes, for each question on its own; then totals, words and a
 * recommendation for all of them. Every total is made here, never by a scorer.
 * @param concurrency how many questions are scored at a time; nothing depends on it but the time it takes
 * @throws ScorerError when the scorer cannot score, and then there are no numbers at all
 */
export async function scoreInterview(
  { candidate, rules, questions: asked }: InterviewInput,
  scorer: Scorer,
  calls: CallLog,
  concurrency: number = DEFAULT_CONCURRENCY,
): Promise<InterviewScore> {
  const context = { companyValues: companyValuesOrDefault(rules.companyValues) };
  const answers = await runBounded(asked, concurrency, (question) =>
    scoreAnswer({ question, candidate, context }, scorer, calls),
  );
  const questions = answers.map(({ result }) => result);
  const assessed = asked.flatMap((question, at) => weighed(question, questions[at]));
  const { scores: categories, indirect } = interviewCategories(assessed);
  const overall = overallScore(categories, rules.categoryWeights);
  const evidenceCoverage = shareOf(questions, ({ score, evidence }) => score !== null && evidence.length > 0);
  const flags = [
    ...(scorer.identity.method === "sandbox" ? [flag("sandbox")] : []),
    ...coverageFlags(questions, evidenceCoverage),
    ...CATEGORIES.filter((each) => indirect.includes(each)).map((each) => flag(`indirect_${each}`)),
  ];
  const looked = needsPerson([...flags, ...questions.flatMap((question) => question.flags)]);
  return {
    identity: scorer.identity,
    categories,
    spread: categorySpread(assessed),
    overall,
    evidenceCoverage,
    overallFeedback: await narrate(
      answers.map(({ finding }) => finding),
      categories,
      scorer,
      calls,
    ),
    flags,
    recommendation: recommend(
      { overall, categories, evidenceCoverage, needsPerson: looked },
      { ...rules, pass: rules.passThreshold, fail: rules.failThreshold },
    ),
    questions,
  };
}

function weighed({ type, difficulty }: InterviewQuestion, result: QuestionResult | undefined) {
  if (result === undefined || result.score === null) return [];
  const { levels, samples, evidence } = result;
  return [{ type, difficulty, levels, samples, shown: evidence.map(({ category }) => category) }];
}

function shareOf(questions: readonly QuestionResult[], counts: (question: QuestionResult) => boolean): number {
  return questions.length === 0 ? 0 : questions.filter(counts).length / questions.length;
}

function coverageFlags(questions: readonly QuestionResult[], evidenceCoverage: number): Flag[] {
  const assessed = shareOf(questions, ({ score }) => score !== null);
  if (assessed === 0) return [flag("no_answers")];
  if (assessed < ENOUGH_ASSESSED) return [flag("partly_answered")];
  return evidenceCoverage < LEAST_EVIDENCE_COVERAGE ? [flag("little_evidence")] : [];
}

/** Where nothing could be judged there is nothing to tell, and no call to pay for. */
async function narrate(
  findings: readonly Finding[],
  categories: CategoryScores,
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
