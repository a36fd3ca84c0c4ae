import type { Sentence } from "../../text/sentences.ts";

const LEAST_WORDS = 4;

/**
 * The share of words that stand in sentences with grammar, 0..1. Spelling, accent, filler sounds, capitals and full stops do
 * not count: transcripts lose them, and dialects differ in them.
 */
export function wording(sentences: readonly Sentence[]): number {
  const all = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  if (all === 0) return 0;
  const formed = sentences.filter(isFormed).reduce((sum, sentence) => sum + sentence.words.length, 0);
  return formed / all;
}

function isFormed({ words }: Sentence): boolean {
  if (words.length < LEAST_WORDS) return false;
  const grammar = words.filter((word) => word.kind === "function").length / words.length;
  return grammar >= 0.2 && grammar <= 0.85;
}
