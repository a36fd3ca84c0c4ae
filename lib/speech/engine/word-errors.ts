import { plainWords } from "./plain-words.ts";

/** Words that must be changed, put in or taken out to make one text of the other (Levenshtein 1965), and how many the first has. */
export function wordErrors(truth: string, written: string): { errors: number; words: number } {
  const [expected, heard] = [plainWords(truth), plainWords(written)];
  let row = Array.from({ length: heard.length + 1 }, (_, at) => at);
  for (const [number, word] of expected.entries()) {
    const next = [number + 1];
    for (let at = 1; at <= heard.length; at++) {
      const replaced = (row[at - 1] ?? 0) + (word === heard[at - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return { errors: row[heard.length] ?? 0, words: expected.length };
}

/** In fewer words one more or less would decide it. */
const LEAST_WORDS = 8;

/** 0–1: how far two models wrote the same, by the longer of both texts; null where there is too little of both. */
export function agreementOf(one: string, other: string): number | null {
  const { errors, words } = wordErrors(one, other);
  const longest = Math.max(words, plainWords(other).length);
  return longest < LEAST_WORDS ? null : 1 - errors / longest;
}
