import { CRITERIA, type Criterion, type CriterionScores, type CriterionWeights, perCriterion } from "./criteria.ts";
import { criterionWeights, typeWeights, type WeighedQuestion } from "./question-weights.ts";
import { roundToTenth } from "./scoring.ts";

/*
 * How far a score would lie from itself if other questions of the kind had been asked, the scorer had read again, and the answers had been
 * heard otherwise. The three are independent, so their variances add up (generalisability theory, Brennan 2001).
 */

export type MeasuredQuestion = WeighedQuestion & {
  /** Left out, and 0 for it: a certain nothing, which adds no error. */
  isLeftOut: boolean;
  /** The levels of each of the scorer's readings. */
  samples: readonly CriterionScores[];
  /** The levels under plausible transcripts; empty: written, or not tried. */
  hearings: readonly CriterionScores[];
  /** Nobody wrote down what a good answer holds, and form is all that the score rests on. */
  isUnanchored: boolean;
};

/** In points of 100, one decimal; null: there is no score, or nothing is known. */
export type StandardErrors = { criteria: CriterionScores; overall: number | null };

/**
 * Standard deviation between the levels of one person's questions, where an interview has too few of them to tell: 138 people with 417
 * spoken answers had a standard error of 7.4 over five questions, and 7.4 · √5 is 16.5. Measured on the rubric 2.2.0.
 */
export const QUESTION_SD = 16.5;
/** It weighs as much as one question more, so that neither one question nor several equal ones look exact. */
const PRIOR_QUESTIONS = 1;
/** Of a level that rests on form alone: what it cannot tell may lie anywhere on 70 points, and a uniform width of 70 has a deviation of 20. */
export const UNANCHORED_SD = 20;
/** 95 % of a normal distribution. */
const WITHIN = 1.96;

/** The errors of an interview's scores. @param weights of the criteria in the overall score */
export function standardErrors(questions: readonly MeasuredQuestion[], weights: CriterionWeights): StandardErrors {
  const { shares, inOverall } = sharesOf(questions, weights);
  const means = perCriterion((criterion) => meanOfGiven(questions, criterion, shares[criterion]));
  const errorOf = (parts: CriterionWeights) =>
    errorOfTotal(
      questions.map((question, at) => toItem(question, means, (each) => parts[each] * (shares[each][at] ?? 0))),
    );
  return {
    criteria: perCriterion((criterion) =>
      shares[criterion].some(isPart) ? errorOf(perCriterion((each) => (each === criterion ? 1 : 0))) : null,
    ),
    overall: Object.values(inOverall).some(isPart) ? errorOf(inOverall) : null,
  };
}

/** By question: how many points each of its levels moves the overall score, for a point of its own. */
export function overallShares(questions: readonly WeighedQuestion[], weights: CriterionWeights): CriterionWeights[] {
  const { shares, inOverall } = sharesOf(questions, weights);
  return questions.map((_, at) => perCriterion((each) => inOverall[each] * (shares[each][at] ?? 0)));
}

/** What each question is of each criterion, and each criterion of the overall score: those that nobody asked for are nothing of it. */
function sharesOf(questions: readonly WeighedQuestion[], weights: CriterionWeights) {
  const weighed = perCriterion((criterion) => criterionWeights(questions, criterion));
  const shares = perCriterion((criterion) => toShares(weighed[criterion].weights));
  const parts = toShares(
    CRITERIA.map((each) => (shares[each].some(isPart) && !weighed[each].indirect ? weights[each] : 0)),
  );
  return { shares, inOverall: perCriterion((each) => parts[CRITERIA.indexOf(each)] ?? 0) };
}

const isPart = (share: number) => share > 0;

/** The error of one answer's own score; other questions have no part in it. Null where nothing is known about how exactly it was read. */
export function answerError(
  question: Pick<MeasuredQuestion, "type" | "levels" | "samples" | "hearings" | "isUnanchored">,
): number | null {
  const { samples, hearings, isUnanchored } = question;
  if (samples.length < 2 && hearings.length === 0 && !isUnanchored) return null;
  const known = CRITERIA.map((each) => (question.levels[each] === null ? 0 : typeWeights(question.type)[each]));
  const shares = toShares(known);
  const item = toItem(
    { ...question, isLeftOut: false },
    question.levels,
    (each) => shares[CRITERIA.indexOf(each)] ?? 0,
  );
  return roundToTenth(Math.sqrt(item.readingVariance));
}

/** 95 % of what the score could as well have been, within 0–100; null where either is not known. */
export function bandOf(score: number | null, error: number | null): { low: number; high: number } | null {
  if (score === null || error === null) return null;
  const within = WITHIN * error;
  return { low: roundToTenth(Math.max(0, score - within)), high: roundToTenth(Math.min(100, score + within)) };
}

/** What one question contributes to a total. */
type Item = {
  /** Its share of the total, 0–1. */
  share: number;
  /** How much it lifts the total above what it would be if the question were like the others. */
  residual: number;
  /** Of the contribution, by other readings and other hearings, and by what nobody wrote down. */
  readingVariance: number;
  isLeftOut: boolean;
};

type Contributing = Pick<MeasuredQuestion, "isLeftOut" | "levels" | "samples" | "hearings" | "isUnanchored">;

/** @param shareOf what each level's share of the total is */
function toItem(question: Contributing, means: CriterionScores, shareOf: (criterion: Criterion) => number): Item {
  const shares = CRITERIA.map((criterion) => [criterion, shareOf(criterion)] as const);
  const total = (levels: CriterionScores, less: Partial<CriterionScores> = {}) =>
    sum(
      shares.map(([each, share]) =>
        share === 0 ? 0 : share * ((levels[each] ?? question.levels[each] ?? 0) - (less[each] ?? 0)),
      ),
    );
  const share = sum(shares.map(([, each]) => each));
  const samples = question.samples.map((levels) => total(levels));
  const hearings = question.hearings.map((levels) => total(levels));
  return {
    share,
    residual: total(question.levels, means),
    readingVariance:
      variance(samples) / Math.max(1, samples.length) + // the score is their mean
      variance(hearings) +
      (question.isUnanchored ? (share * UNANCHORED_SD) ** 2 : 0),
    isLeftOut: question.isLeftOut,
  };
}

function errorOfTotal(items: readonly Item[]): number {
  const given = items.filter(({ isLeftOut, share }) => !isLeftOut && share > 0);
  return roundToTenth(Math.sqrt(questionVariance(given) + sum(given.map(({ readingVariance }) => readingVariance))));
}

/**
 * By the choice of questions: s² · Σw², with the variance s² between them weighted as they are, and their effective number (Σw)² / Σw²
 * (Kish 1965). It is drawn towards what is usual, the more the fewer they are.
 */
function questionVariance(items: readonly Item[]): number {
  const all = sum(items.map(({ share }) => share));
  const squares = sum(items.map(({ share }) => share ** 2));
  if (squares === 0) return 0;
  const number = all ** 2 / squares;
  const spread = sum(items.map(({ share, residual }) => residual ** 2 / share)) / all;
  const observed = number * spread; // (number - 1) times the unbiased variance
  return ((observed + PRIOR_QUESTIONS * QUESTION_SD ** 2) / (number - 1 + PRIOR_QUESTIONS)) * squares;
}

/** What the questions that were not left out have between them. */
function meanOfGiven(questions: readonly MeasuredQuestion[], criterion: Criterion, shares: readonly number[]) {
  const given = toShares(shares.map((share, at) => (questions[at]?.isLeftOut ? 0 : share)));
  return sum(questions.map(({ levels }, at) => (given[at] ?? 0) * (levels[criterion] ?? 0)));
}

/** Unbiased; 0 where there is nothing to compare. */
function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
}

function toShares(weights: readonly number[]): number[] {
  const all = sum(weights);
  return weights.map((weight) => (all > 0 ? weight / all : 0));
}

/** Sorted, because adding floating-point numbers in another order can give another last digit. */
function sum(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
}
