import type { Flag } from "../analysis/scorer.ts";
import { flagWords } from "../words/flag-words.ts";
import { ENGLISH } from "../words/locale.ts";

/** Flags with their words. @param stored as an analysis, or an answer's, keeps them */
export function presentFlags(stored: unknown): { code: string; message: string }[] {
  return ((stored ?? []) as Flag[]).map((flag) => ({ code: flag.code, message: flagWords(flag, ENGLISH) }));
}
