import { type CriterionWeights, NO_SCORES } from "../../domain/criteria.ts";
import { answerError, overallShares, type StandardErrors, standardErrors } from "../../domain/standard-error.ts";
import type { HeardAgain } from "../hearing/hear-again.ts";
import type { Hearer } from "../hearing/hear-in-child.ts";
import type { Listen } from "../hearing/what-to-listen-to.ts";
import type { ScorerIdentity, ScoringContext } from "../scorer.ts";
import type { ScoredAnswer } from "./score-answer.ts";
import type { MeasuredResult } from "./total-scores.ts";

/** How exact the score of one answer is, in points of 100, and what of the answer is worth listening to. */
export type AnswerError = { standardError: number | null; listen: Listen[] };

/** How exact an interview's scores are. */
export type ScoreErrors = StandardErrors & { ofQuestion(id: string): AnswerError };

type Given = {
  identity: ScorerIdentity;
  answers: readonly ScoredAnswer[];
  /** What the totals are made of. */
  measured: readonly MeasuredResult[];
  weights: CriterionWeights;
  context: ScoringContext;
};

type HeardById = ReadonlyMap<string, HeardAgain[number]>;

const NOT_KNOWN: AnswerError = { standardError: null, listen: [] };
const UNKNOWN: ScoreErrors = { criteria: NO_SCORES, overall: null, ofQuestion: () => NOT_KNOWN };

/**
 * The errors of the scores, from questions, readings and hearings. A model is not asked two hundred times, so its errors leave the hearings
 * out; what the sandbox invents has none.
 * @param hear scores spoken answers as they could as well have been heard; where that cannot be told, no error is
 */
export async function measureError(given: Given, hear: Hearer): Promise<ScoreErrors> {
  const { identity, measured, weights } = given;
  if (identity.method === "sandbox") return UNKNOWN;
  const heard: HeardById | null = identity.method === "offline_rubric" ? await hearAll(given, hear) : new Map();
  if (heard === null) return UNKNOWN;
  const questions = measured.map((each) => ({ ...each, hearings: heard.get(each.questionId ?? "")?.levels ?? [] }));
  return {
    ...standardErrors(questions, weights),
    ofQuestion(id) {
      const question = questions.find(({ questionId }) => questionId === id);
      if (!question || question.isLeftOut) return NOT_KNOWN;
      return { standardError: answerError(question), listen: heard.get(id)?.listen ?? [] };
    },
  };
}

/** Those that count and were spoken, by their question; null: nobody could tell. */
async function hearAll({ answers, measured, weights, context }: Given, hear: Hearer): Promise<HeardById | null> {
  const shares = overallShares(measured, weights);
  const spoken = answers.flatMap(({ read }) => {
    const share = shares[measured.findIndex(({ questionId }) => questionId === read?.question.id)];
    return read?.misheard && share ? [{ question: read.question, ...read.misheard, shares: share }] : [];
  });
  if (spoken.length === 0) return new Map();
  const heard = await hear({ companyValues: context.companyValues, answers: spoken });
  return heard && new Map(spoken.flatMap(({ question }, at) => (heard[at] ? [[question.id, heard[at]] as const] : [])));
}
