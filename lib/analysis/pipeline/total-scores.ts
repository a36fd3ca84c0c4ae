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
import type { MeasuredQuestion } from "../../domain/standard-error.ts";
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
  /** What the totals are made of: the assessed questions, and those that count as nothing. */
  measured: MeasuredResult[];
  /** Share of the questions that the totals are made of, 0–1: one left out counts as 0, one that could not be read does not count. */
  countingShare: number;
  /** Shares of the questions that count: with a score, and with a score that rests on at least one verified quote; 0–1. */
  assessedShare: number;
  evidenceCoverage: number;
};

export type MeasuredResult = Omit<MeasuredQuestion, "hearings"> & {
  /** Null: it was never asked. */ questionId: string | null;
};

export type Results = {
  planned: readonly PlannedQuestion[];
  asked: readonly InterviewQuestion[];
  results: QuestionResult[];
};

/**
 * The totals of an interview. What counts and was not asked or not answered is 0 in what it asks for; with no score at all there is
 * nothing for that to count in, and no number.
 */
export function totalScores({ planned, asked, results }: Results, weights: CriterionWeights): Totals {
  const standings = results.map(standingOf);
  const origins = asked.map(({ origin = OF_A_SET }, at) => ({ ...origin, standing: standings[at] ?? "empty" }));
  const { coverage, isNobodys, counted, unasked } = measureCoverage(planned, origins);
  const counting = counted.flatMap((at) => results[at] ?? []);
  const assessed = counted.flatMap((at) => weighed(asked[at], results[at]));
  const empty = counted.filter((at) => standings[at] === "empty").flatMap((at) => asked[at] ?? []);
  const missing = [...empty.map((each) => asNothing(each, each.id)), ...unasked.map((each) => asNothing(each, null))];
  const measured = assessed.length === 0 ? [] : [...assessed, ...missing];
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
    measured,
    countingShare: shareOf(all, measured.length),
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

function weighed(question: InterviewQuestion | undefined, result: QuestionResult | undefined): MeasuredResult[] {
  if (question === undefined || result === undefined || result.score === null) return [];
  const { type, difficulty } = question;
  const { questionId, levels, samples, evidence, flags } = result;
  const shown = evidence.map(({ category }) => category);
  const isUnanchored = flags.some(({ code }) => code === "nothing_expected");
  return [{ questionId, type, difficulty, levels, samples, shown, isUnanchored, isLeftOut: false }];
}

const NOTHING: CriterionScores = perCriterion(() => 0);

/**
 * An omitted question scores like a wrong answer, as in tests of ability where omission is the taker's choice: left out of the mean it
 * would pay to answer only what one knows best.
 */
function asNothing(question: { type: string; difficulty: string }, questionId: string | null): MeasuredResult {
  const { type, difficulty } = question;
  return {
    ...{ questionId, type, difficulty, levels: NOTHING, samples: [], shown: [] },
    isUnanchored: false,
    isLeftOut: true,
  };
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
