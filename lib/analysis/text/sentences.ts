import { readWords, type Word } from "./words.ts";

/** A stretch of the answer as it was said. `text` is `answer.slice(start, end)`, character for character. */
export type Sentence = { text: string; start: number; end: number; words: Word[] };

/** Speech recognition gives no full stops: a run longer than this is cut, so that one sentence never means everything. */
const LONGEST_SENTENCE_WORDS = 40;

/** The look-behind lets a run of marks be tried once, not once for every mark: linear also on `!!!!!x`. */
const END = /(?<![.!?。！？…])[.!?。！？…]+["'”’)\]]*(?=\s|$)|[\r\n]+|;\s/gu;

/** Splits a text at sentence ends, line ends and semicolons, and cuts endless runs; offsets are of the text given. */
export function readSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].trimEnd().length;
    sentences.push(...sentencesOf(text, start, end));
    start = match.index + match[0].length;
  }
  sentences.push(...sentencesOf(text, start, text.length));
  return sentences;
}

function sentencesOf(text: string, start: number, end: number): Sentence[] {
  const slice = text.slice(start, end);
  const words = readWords(slice).map((word) => ({ ...word, start: word.start + start, end: word.end + start }));
  if (words.length === 0) return [];
  const lead = slice.length - slice.trimStart().length;
  const bounds = { start: start + lead, end: start + slice.trimEnd().length };
  if (words.length <= LONGEST_SENTENCE_WORDS) return [sentence(text, bounds, words)];
  const pieces: Sentence[] = [];
  for (let from = 0; from < words.length; from += LONGEST_SENTENCE_WORDS) {
    const piece = words.slice(from, from + LONGEST_SENTENCE_WORDS);
    pieces.push(sentence(text, { start: piece[0]?.start ?? start, end: piece.at(-1)?.end ?? end }, piece));
  }
  return pieces;
}

function sentence(text: string, { start, end }: { start: number; end: number }, words: Word[]): Sentence {
  return { text: text.slice(start, end), start, end, words };
}

/** Whether a sentence has a word that carries grammar; without one it lists. "And" and "or" only string words together. */
export function hasGrammar({ words }: Sentence): boolean {
  return words.some((word) => word.kind === "function" && word.plain !== "and" && word.plain !== "or");
}
