import type { CategoryLevels } from "../../contract/review.ts";
import { NO_SCORES } from "../../domain/scoring.ts";

/** Stored as an object that holds what is known. */
export function presentSpread(stored: unknown): CategoryLevels {
  return { ...NO_SCORES, ...(stored as object) };
}
