/*
 * What a candidate is scored on: by an analysis, and by whoever fills in a scorecard. A score is kept under its criterion's key. On the
 * wire, in quotes and in prompts the key is called a category.
 */

/** The criteria that are built in, in the contract's order. */
export const CRITERIA = ["technical", "communication", "problem_solving", "cultural_fit"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The document knows the first four. Whoever calls the API by it knows no others: those stand behind, and may be left out. */
const DOCUMENTED_COUNT = 4;

export function isDocumented(criterion: Criterion): boolean {
  return CRITERIA.indexOf(criterion) < DOCUMENTED_COUNT;
}

/** What every key looks like, a template's own too. It stands beside each score for ever, so it is never changed. */
export const CRITERION_KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** What the API, exports and the documented view call a score, and the criterion it is of: the one place that says so. */
export const SCORE_FIELDS = {
  technical_score: "technical",
  communication_score: "communication",
  problem_solving_score: "problem_solving",
  cultural_fit_score: "cultural_fit",
} as const satisfies Record<string, Criterion>;
export type ScoreField = keyof typeof SCORE_FIELDS;
export const SCORE_FIELD_NAMES = Object.keys(SCORE_FIELDS) as ScoreField[];

/** 0–100, or null: there was not enough to judge by. */
export type CriterionScores = Record<Criterion, number | null>;
export type CriterionWeights = Record<Criterion, number>;

/** What each type of question says about each criterion; every row sums to 1. */
export const ASKED_BY_TYPE = {
  technical: { technical: 0.6, communication: 0.1, problem_solving: 0.3, cultural_fit: 0 },
  behavioral: { technical: 0, communication: 0.35, problem_solving: 0.3, cultural_fit: 0.35 },
  situational: { technical: 0.2, communication: 0.2, problem_solving: 0.6, cultural_fit: 0 },
  culture: { technical: 0, communication: 0.3, problem_solving: 0, cultural_fit: 0.7 },
  general: { technical: 0.25, communication: 0.25, problem_solving: 0.25, cultural_fit: 0.25 },
} as const satisfies Record<string, CriterionWeights>;
export type QuestionType = keyof typeof ASKED_BY_TYPE;

/** Nothing was assessed. */
export const NO_SCORES: Readonly<CriterionScores> = perCriterion(() => null);
export const EQUAL_WEIGHTS: Readonly<CriterionWeights> = perCriterion(() => 1);

export function perCriterion<Value>(value: (criterion: Criterion) => Value): Record<Criterion, Value> {
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, value(criterion)])) as Record<Criterion, Value>;
}

/** One value under each of those names. */
export function perScoreField<Value>(value: (criterion: Criterion) => Value): Record<ScoreField, Value> {
  const values = SCORE_FIELD_NAMES.map((name) => [name, value(SCORE_FIELDS[name])]);
  return Object.fromEntries(values) as Record<ScoreField, Value>;
}

/** What an analysis came to in one criterion. `spread`: the standard deviation of its readings. `standardError`: lib/domain/standard-error.ts. */
export type CriterionScore = {
  criterion: string;
  score: number | null;
  spread: number | null;
  standardError: number | null;
};

/** The scores, the spreads or the errors of an analysis's rows; null where there is no row. */
export function byCriterion<Read extends "score" | "spread" | "standardError">(
  rows: readonly (Pick<CriterionScore, "criterion"> & Record<Read, number | null>)[],
  read: Read,
): CriterionScores {
  const values = new Map(rows.map((row) => [row.criterion, row[read]]));
  return perCriterion((criterion) => values.get(criterion) ?? null);
}
