import { INTERJECTIONS } from "./stop-words.ts";

/** Manners of speaking that are made of ordinary words. */
const PAIRS = new Set(["you know", "i mean", "sort of", "kind of", "you see", "i guess", "i see"]);

/** Whether a word only fills: "um", "okay", and both words of "you know". */
export function isFiller(words: readonly { plain: string }[], at: number): boolean {
  const [before, word, after] = [words[at - 1]?.plain, words[at]?.plain ?? "", words[at + 1]?.plain];
  return INTERJECTIONS.has(word) || PAIRS.has(`${before} ${word}`) || PAIRS.has(`${word} ${after}`);
}
