import type { Flag } from "../analysis/scorer.ts";
import { flagWords } from "../words/flag-words.ts";
import { ENGLISH, type Locale } from "../words/locale.ts";

/** Flags with their words. @param stored as an analysis, or an answer's, keeps them. `locale`: of whoever reads them; programs are told in English */
export function presentFlags(stored: unknown, locale: Locale = ENGLISH): { code: string; message: string }[] {
  return ((stored ?? []) as Flag[]).map((flag) => ({ code: flag.code, message: flagWords(flag, locale) }));
}
