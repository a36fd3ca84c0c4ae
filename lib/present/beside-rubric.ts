import type { ModelScores } from "../contract/beside-rubric.ts";
import { disagreement, modelsScore } from "../domain/disagreement.ts";

/** An interview's score beside the rubric's over the same answers. */
export function presentBesideRubric(row: { overallScore: number | null; rubricScore: number | null } | null) {
  const { overallScore = null, rubricScore = null } = row ?? {};
  return { rubric_score: rubricScore, disagreement: disagreement(overallScore, rubricScore) };
}

/** What models gave one answer, whether or not it counts, beside what the rubric finds in it. */
export function presentModels(row: { modelScores: unknown; rubricScore: number | null }) {
  const models = row.modelScores as ModelScores;
  return {
    rubric_score: row.rubricScore,
    disagreement: disagreement(modelsScore(models), row.rubricScore),
    model_scores: models.map(({ model, score }) => ({ model, score })),
  };
}
