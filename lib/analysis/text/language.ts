import { eld } from "eld/extrasmall";
import type { Sentence } from "./sentences.ts";

/** Under this many words a detector guesses. */
const LEAST_WORDS = 4;
/** English of any kind, dialect and lists included, seldom has fewer; another language has them by accident only. */
const LEAST_ENGLISH_SHARE = 0.2;
const DETECTED_CHARACTERS = 2_000;

/**
 * Whether a text clearly is not English: most of its letters are of another script, or the detector is sure of another
 * language and English function words are missing. In doubt the answer counts as English.
 */
export function isNotEnglish(sentences: readonly Sentence[]): boolean {
  const words = sentences.flatMap((sentence) => sentence.words);
  const letters = words.filter((word) => /^\p{L}/u.test(word.plain));
  if (letters.length === 0) return false;
  const foreignScript = letters.filter((word) => !/^\p{Script=Latin}/u.test(word.plain));
  if (lengthOf(foreignScript) > lengthOf(letters) / 2) return true;
  if (letters.length < LEAST_WORDS) return false;
  const english = letters.filter((word) => word.kind === "function").length / letters.length;
  if (english >= LEAST_ENGLISH_SHARE) return false;
  const text = sentences
    .map((sentence) => sentence.text)
    .join(" ")
    .slice(0, DETECTED_CHARACTERS);
  const detected = eld.detect(text);
  return detected.language !== "" && detected.language !== "en" && detected.isReliable();
}

/** A formula has few words, and few of another script's letters; a name has capitals. */
const LEAST_FOREIGN_WORDS = 4;
const LEAST_FOREIGN_LETTERS = 4;
const SMALL_WORD = /(?<![\p{L}\p{N}])\p{Ll}{3}/gu;

/** Whether one sentence among others clearly is not English. In doubt it is. */
export function isForeignSentence(sentence: Sentence): boolean {
  const small = sentence.text.match(SMALL_WORD)?.length ?? 0;
  const otherScript = sentence.words.filter(({ plain }) => /^\p{L}/u.test(plain) && !/^\p{Script=Latin}/u.test(plain));
  const enough = small >= LEAST_FOREIGN_WORDS || lengthOf(otherScript) >= LEAST_FOREIGN_LETTERS;
  return enough && isNotEnglish([sentence]);
}

function lengthOf(words: readonly { plain: string }[]): number {
  return words.reduce((sum, word) => sum + word.plain.length, 0);
}
