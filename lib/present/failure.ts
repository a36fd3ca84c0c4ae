import { failureWords } from "../words/failure-words.ts";
import { ENGLISH, type Locale } from "../words/locale.ts";
import type { Said } from "../words/said.ts";

/** Why an analysis failed. @param stored with it; null: it did not. `locale`: of whoever reads it; programs are told in English */
export function presentFailure(stored: unknown, locale: Locale = ENGLISH): string | null {
  return stored === null || stored === undefined ? null : failureWords(stored as Said, locale);
}
