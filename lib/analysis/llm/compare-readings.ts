import { areApart, disagreement, MOST_ABOVE_RUBRIC, type ModelScore, modelsScore } from "../../domain/disagreement.ts";
import { questionScore } from "../../domain/question-weights.ts";
import { flag } from "../flags.ts";
import { scoreQuestion as estimate } from "../rubric/score-question.ts";
import { valueFamilies } from "../rubric/signals/values.ts";
import type { Compared, Flag, ScoredQuestion, ScoringContext } from "../scorer.ts";
import type { Merged } from "./merge-samples.ts";

/** What models said of one answer, beside the built-in rubric and beside each other. */
export type Comparison = {
  compared: Compared;
  flags: Flag[];
  /** No number of theirs is to be believed before a person has read the answer. */
  isBeyondBelief: boolean;
};

/**
 * Sets what models gave an answer beside what the rubric finds in the same words. The rubric misses other wordings and is no measure of a
 * good answer; but it cannot be talked into anything, and an answer that brings it next to nothing has talked a model into full marks.
 */
export function compareReadings(
  question: ScoredQuestion,
  { companyValues }: ScoringContext,
  readings: readonly { model: string; levels: Merged["levels"] }[],
): Comparison {
  const rubric = estimate(question, valueFamilies(companyValues)).levels;
  const models = readings.map(
    ({ model, levels }): ModelScore => ({ model, score: questionScore(question.type, levels) }),
  );
  const above = disagreement(modelsScore(models), questionScore(question.type, rubric) ?? 0);
  const isBeyondBelief = above !== null && above > MOST_ABOVE_RUBRIC;
  return {
    compared: { rubricLevels: rubric, modelScores: models },
    isBeyondBelief,
    flags: [
      ...(areApart(models) ? [flag("models_disagree")] : []),
      ...(isBeyondBelief ? [{ ...flag("far_above_rubric"), say: "not_counted" }] : []),
    ],
  };
}
