import { readSentences } from "./text/sentences.ts";
import { readWords, type Word } from "./text/words.ts";

/** Notes on how somebody speaks. They depend on accent, language and nerves, so they weigh nothing in any score. */
export type Coaching = {
  /** “um”, “you know” and the like, in 100 words. */
  fillerRate: number | null;
  wordsPerMinute: number | null;
  /** Flesch reading ease, 0 hard to 100 easy. */
  readingEase: number | null;
};

const FILLERS = new Set([
  "um",
  "umm",
  "uhm",
  "uh",
  "uhh",
  "er",
  "erm",
  "ehm",
  "hmm",
  "hm",
  "mhm",
  "basically",
  "literally",
]);
const FILLER_PAIRS = new Set(["you know", "i mean", "sort of", "kind of"]);

/** Rates of a few words say nothing. */
const LEAST_WORDS = 10;
const LEAST_SECONDS = 5;
/** Flesch asked for samples of 100 words; under a third of that the number jumps about. */
const LEAST_READ_WORDS = 30;

/**
 * @param spoken what the candidate said, as text; null where there is nothing to read
 * @param durationSeconds how long the answer took; null: not known
 */
export function coachingNotes(spoken: string | null, durationSeconds: number | null): Coaching | null {
  const words = readWords(spoken ?? "");
  if (spoken === null || words.length === 0) return null;
  const enough = words.length >= LEAST_WORDS;
  const timed = enough && durationSeconds !== null && durationSeconds >= LEAST_SECONDS;
  return {
    fillerRate: enough ? round((100 * countFillers(words)) / words.length) : null,
    wordsPerMinute: timed ? Math.round((60 * words.length) / durationSeconds) : null,
    readingEase: readingEase(spoken, words),
  };
}

function countFillers(words: readonly Word[]): number {
  const single = words.filter(({ plain }) => FILLERS.has(plain)).length;
  const pairs = words.filter(({ plain }, at) => FILLER_PAIRS.has(`${plain} ${words[at + 1]?.plain}`)).length;
  return single + pairs;
}

/**
 * 206.835 − 1.015 × words per sentence − 84.6 × syllables per word, kept within 0–100 (R. Flesch, “A new readability yardstick”,
 * Journal of Applied Psychology 32(3), 1948). Null for text without full stops, where nobody knows how long its sentences are.
 */
function readingEase(text: string, words: readonly Word[]): number | null {
  if (words.length < LEAST_READ_WORDS || !/[.!?]/.test(text)) return null;
  const syllables = words.reduce((sum, { plain }) => sum + syllablesOf(plain), 0);
  const ease = 206.835 - (1.015 * words.length) / readSentences(text).length - (84.6 * syllables) / words.length;
  return round(Math.min(100, Math.max(0, ease)));
}

/** Groups of vowels, without a silent e at the end: an estimate that is right for most English words. */
function syllablesOf(word: string): number {
  const groups = word.replace(/(?<![aeiouy]l?)e$|(?<=[^td])ed$/, "").match(/[aeiouyà-ÿ]+/g);
  return Math.max(1, groups?.length ?? 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
