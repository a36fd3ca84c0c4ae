import { isInvented } from "../../ai/invented-speech.ts";
import { isSubtitleCredit } from "../../ai/subtitle-credit.ts";

/* What a recogniser made up amid words that were said: it goes with its times. */

type Written = { word: string };

const OPENING = /^[[(*【（♪]/u;
const CLOSING = /[\])*】）♪][.,!?…]*$/u;
/** Labels are short; longer ones are an aside that was said. */
const LONGEST_LABEL = 5;
/** As of whole answers: nobody says the same four times, in eight words and more. What was said once may have been said. */
const LOOP = 4;
const SHORTEST_LOOP = 8;
const LONGEST_LOOPED = 12;

/** Without labels in brackets, credits of subtitles, and all but the first round of a loop. */
export function dropInvented<T extends Written>(words: readonly T[]): T[] {
  const spoken = withoutLoops(withoutCredits(withoutLabels(words)));
  return isInvented(textOf(spoken)) ? [] : spoken;
}

export const textOf = (words: readonly Written[]): string => words.map(({ word }) => word).join(" ");

function withoutLabels<T extends Written>(words: readonly T[]): T[] {
  const kept: T[] = [];
  for (let at = 0; at < words.length; at++) {
    const end = labelEnd(words, at);
    if (end === null) kept.push(words[at] as T);
    else at = end;
  }
  return kept;
}

/** Where a label ends that begins at a word; null where none begins. */
function labelEnd(words: readonly Written[], at: number): number | null {
  if (!OPENING.test(words[at]?.word ?? "")) return null;
  for (let end = at; end < Math.min(words.length, at + LONGEST_LABEL + 2); end++) {
    const word = words[end]?.word ?? "";
    if (CLOSING.test(word) && (end > at || word.length > 1)) return end;
  }
  return null;
}

function withoutCredits<T extends Written>(words: readonly T[]): T[] {
  return sentencesOf(words).flatMap((sentence) => {
    const bare = sentence.map(({ word }) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
    return isSubtitleCredit(bare.filter((word) => word !== "")) ? [] : sentence;
  });
}

function sentencesOf<T extends Written>(words: readonly T[]): T[][] {
  const sentences: T[][] = [[]];
  for (const word of words) {
    sentences.at(-1)?.push(word);
    if (/[.!?…。]$/u.test(word.word)) sentences.push([]);
  }
  return sentences;
}

function withoutLoops<T extends Written>(words: readonly T[]): T[] {
  const said = words.map(({ word }) => word.toLowerCase().replace(/[^\p{L}\p{N}']/gu, ""));
  const kept: T[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, rounds } = loopAt(said, at);
    kept.push(...words.slice(at, at + length));
    at += length * rounds;
  }
  return kept;
}

/** The phrase that is repeated from a word on, and how often; one word once where nothing is. */
function loopAt(said: readonly string[], at: number): { length: number; rounds: number } {
  for (let length = 1; length <= LONGEST_LOOPED; length++) {
    let same = 0;
    while (at + length + same < said.length && said[at + same] === said[at + length + same]) same++;
    const rounds = 1 + Math.floor(same / length);
    if (rounds >= LOOP && rounds * length >= SHORTEST_LOOP) return { length, rounds };
  }
  return { length: 1, rounds: 1 };
}
