import {
  type Coverage,
  measureCoverage,
  type PlannedQuestion,
  type QuestionOrigin,
  type Standing,
} from "../../domain/coverage.ts";
import { type Criterion, type CriterionScores, type CriterionWeights, perCriterion } from "../../domain/criteria.ts";
import { interviewCategories } from "../../domain/question-weights.ts";
import { categorySpread } from "../../domain/sample-spread.ts";
import { overallScore } from "../../domain/scoring.ts";
import { isScorersFault } from "../flags.ts";
import type { InterviewQuestion } from "./interview-input.ts";
import type { QuestionResult } from "./score-answer.ts";

export type Totals = {
  /** 0–100, one decimal; null: not assessed. */
  categories: CriterionScores;
  spread: CriterionScores;
  overall: number | null;
  /** Categories that no question asked for: estimated to be read, and without weight. */
  indirect: Criterion[];
  /** Which questions the scores rest on. */
  coverage: Coverage;
  /** Nobody vouches for any question that was asked. */
  isNobodys: boolean;
  /** The results that count. */
  counting: QuestionResult[];
  /** Shares of the questions that count: with a score, and with a score that rests on at least one verified quote; 0–1. */
  assessedShare: number;
  evidenceCoverage: number;
};

type Scored = { planned: readonly PlannedQuestion[]; asked: readonly InterviewQuestion[]; results: QuestionResult[] };

/**
 * The totals of an interview. What counts and was not asked or not answered is 0 in what it asks for; with no score at all there is
 * nothing for that to count in, and no number.
 */
export function totalScores({ planned, asked, results }: Scored, weights: CriterionWeights): Totals {
  const standings = results.map(standingOf);
  const origins = asked.map(({ origin = OF_A_SET }, at) => ({ ...origin, standing: standings[at] ?? "empty" }));
  const { coverage, isNobodys, counted, unasked } = measureCoverage(planned, origins);
  const counting = counted.flatMap((at) => results[at] ?? []);
  const assessed = counted.flatMap((at) => weighed(asked[at], results[at]));
  const empty = counted.filter((at) => standings[at] === "empty").flatMap((at) => asked[at] ?? []);
  const measured = assessed.length === 0 ? [] : [...assessed, ...[...empty, ...unasked].map(asNothing)];
  const { scores: categories, indirect } = interviewCategories(measured);
  const all = counting.length + unasked.length;
  return {
    categories,
    spread: categorySpread(measured),
    overall: overallScore(withoutThose(categories, indirect), weights),
    indirect,
    coverage,
    isNobodys,
    counting,
    assessedShare: shareOf(all, assessed.length),
    evidenceCoverage: shareOf(all, counting.filter(hasEvidence).length),
  };
}

/** The makers of an evaluation set vouch for it. */
const OF_A_SET: QuestionOrigin = { source: "key", templateQuestionId: null, otherWords: false };

/** An answer that shows nothing is as good as none; one for which only the scorer failed is not. */
function standingOf({ score, status, flags }: QuestionResult): Standing {
  if (score !== null) return "scored";
  return status === "not_assessed" || isScorersFault(flags) ? "unread" : "empty";
}

function weighed(question: InterviewQuestion | undefined, result: QuestionResult | undefined) {
  if (question === undefined || result === undefined || result.score === null) return [];
  const { type, difficulty } = question;
  const { levels, samples, evidence } = result;
  return [{ type, difficulty, levels, samples, shown: evidence.map(({ category }) => category) }];
}

const NOTHING: CriterionScores = perCriterion(() => 0);

/**
 * An omitted question scores like a wrong answer, as in tests of ability where omission is the taker's choice: left out of the mean it
 * would pay to answer only what one knows best.
 */
function asNothing({ type, difficulty }: { type: string; difficulty: string }) {
  return { type, difficulty, levels: NOTHING, samples: [], shown: [] };
}

/** What no question asked for must pay neither to be shown nor to be hidden. */
function withoutThose(categories: CriterionScores, left: readonly Criterion[]): CriterionScores {
  return { ...categories, ...Object.fromEntries(left.map((category) => [category, null])) };
}

function hasEvidence({ score, evidence }: QuestionResult): boolean {
  return score !== null && evidence.length > 0;
}

function shareOf(total: number, some: number): number {
  return total === 0 ? 0 : some / total;
}
