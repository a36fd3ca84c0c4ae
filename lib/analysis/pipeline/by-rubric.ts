import type { CriterionWeights } from "../../domain/criteria.ts";
import { type Results, totalScores } from "./total-scores.ts";

/**
 * The overall score by the built-in rubric alone, over the answers that a model's score counts for: beside that one it stands, so it must
 * rest on the same. Null where no model was asked, or nothing of what it said counts.
 */
export function byRubric({ results, ...interview }: Results, weights: CriterionWeights): number | null {
  if (results.every(({ modelScores }) => modelScores.length === 0)) return null;
  const read = results.map((result) =>
    result.score === null || result.modelScores.length === 0
      ? result
      : { ...result, levels: result.rubricLevels, score: result.rubricScore ?? 0, samples: [] },
  );
  return totalScores({ ...interview, results: read }, weights).overall;
}
