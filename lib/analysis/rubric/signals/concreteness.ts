import type { Sentence } from "../../text/sentences.ts";
import { firstPersonActions, livedActions } from "./actions.ts";
import { numbersIn } from "./specificity.ts";

/** A spoken clause; where no full stops are heard, sentences mean little. */
const WORDS_OF_A_CLAUSE = 15;
/** What was lived has so many signs in a clause. */
const ENOUGH = 0.6;

/**
 * How much can be checked of what is said, 0..1: deeds and numbers in fifteen words. A rate, so that length changes nothing; and of what a
 * transcript keeps, so no names, which it writes small.
 * @param lived whether an experience is asked for: then only what was done counts, and the numbers beside it
 */
export function concreteness(sentences: readonly Sentence[], lived: boolean): number {
  let [words, signs] = [0, 0];
  const deeds = lived ? livedActions : firstPersonActions;
  for (const sentence of sentences) {
    words += sentence.words.length;
    const done = deeds(sentence);
    signs += done + (lived && done === 0 ? 0 : Math.min(2, numbersIn(sentence)) / 2);
  }
  return Math.min(1, signs / (Math.max(words, WORDS_OF_A_CLAUSE) / WORDS_OF_A_CLAUSE) / ENOUGH);
}
