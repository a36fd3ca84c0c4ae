import { failureWords } from "../words/failure-words.ts";
import { ENGLISH } from "../words/locale.ts";
import type { Said } from "../words/said.ts";

/** Why an analysis failed. @param stored with it; null: it did not */
export function presentFailure(stored: unknown): string | null {
  return stored === null || stored === undefined ? null : failureWords(stored as Said, ENGLISH);
}
