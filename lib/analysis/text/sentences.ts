import { readWords, type Word } from "./words.ts";

/** A stretch of the answer as it was said. `text` is `answer.slice(start, end)`, character for character. */
export type Sentence = { text: string; start: number; end: number; words: Word[] };

/** Speech recognition gives no full stops: a run longer than this is cut, so that one sentence never means everything. */
const LONGEST_SENTENCE_WORDS = 40;
/** Spoken clauses have seven to fifteen words (Chafe 1994; Biber 1988): from here on, a run is cut before the next word that opens one. */
const CLAUSE_WORDS = 12;
/** Where none comes, here. */
const LONGEST_CLAUSE = 24;
/** Words that open a clause in speech: connectives, and a speaker or a thing that comes up. */
const OPENS =
  /^(?:so|because|but|then|and|when|if|after|afterwards|first|second|next|also|finally|while|until|before|i|i'd|i'll|i've|i'm|we|we'd|we've|he|she|they|it|it's|there|that's)$/;

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
  return clausesOf(words).map((piece) =>
    sentence(text, { start: piece[0]?.start ?? start, end: piece.at(-1)?.end ?? end }, piece),
  );
}

/** A run without full stops, in clauses. */
function clausesOf(words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [];
  let clause: Word[] = [];
  for (const word of words) {
    if (clause.length >= LONGEST_CLAUSE || (clause.length >= CLAUSE_WORDS && OPENS.test(word.plain))) {
      clauses.push(clause);
      clause = [];
    }
    clause.push(word);
  }
  return [...clauses, clause];
}

function sentence(text: string, { start, end }: { start: number; end: number }, words: Word[]): Sentence {
  return { text: text.slice(start, end), start, end, words };
}

/** Whether a sentence has a word that carries grammar; without one it lists. "And" and "or" only string words together. */
export function hasGrammar({ words }: Sentence): boolean {
  return words.some((word) => word.kind === "function" && word.plain !== "and" && word.plain !== "or");
}
