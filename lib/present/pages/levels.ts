import type { CategoryLevels } from "../../contract/review.ts";
import { perCriterion } from "../../domain/criteria.ts";

/** @param stored an object that holds what is known: of an answer scored earlier, nothing of a criterion that came later */
export function presentLevels(stored: unknown): CategoryLevels {
  const known = stored as Partial<CategoryLevels>;
  return perCriterion((criterion) => known[criterion] ?? null);
}
