import type { Sentence } from "../text/sentences.ts";
import type { Word } from "../text/words.ts";

/** So many words running without grammar between them are not a sentence; honest prose and honest lists stay below. */
const LONGEST_RUN = 8;
/**
 * Where the question asks for names ("state four differences"), an honest answer strings more of them together; and so does speech that is
 * written down without commas, where a list reads like a heap.
 */
const LONGEST_NAMED_RUN = 12;
const LONGEST_SPOKEN_RUN = 14;
/** So many bare words or pairs of words, one to a line, are a heap on end, unless the question asks for names. */
const LEAST_LINES = 5;
const LONGEST_BARE_LINE = 2;
/** An item of a list is a phrase ("reduce routing tables, simplify headers"); single words with commas are a heap with commas. */
const LEAST_ITEM_WORDS = 2;

/**
 * Takes heaps of words, keywords strung together without grammar, out of a sentence. What is left before and behind a heap
 * stays a sentence of its own.
 */
export function cutHeaps(sentence: Sentence, longest = LONGEST_RUN): { sentence: Sentence; heap: boolean }[] {
  const run = firstHeap(sentence, longest);
  if (run === null) return [{ sentence, heap: false }];
  const [from, to] = run;
  return [
    ...part(sentence, 0, from).map((before) => ({ sentence: before, heap: false })),
    ...part(sentence, from, to).map((heap) => ({ sentence: heap, heap: true })),
    ...part(sentence, to, sentence.words.length).flatMap((rest) => cutHeaps(rest, longest)),
  ];
}

/** How many words may run without grammar between them in this answer to this question. */
export function longestRun(text: string, words: readonly Word[], namesWanted: boolean): number {
  if (isSpoken(text, words)) return LONGEST_SPOKEN_RUN;
  return namesWanted ? LONGEST_NAMED_RUN : LONGEST_RUN;
}

/** Speech as a recogniser writes it: without any mark, and with the grammar of speech. */
function isSpoken(text: string, words: readonly Word[]): boolean {
  const grammar = words.filter(({ kind }) => kind === "function").length;
  return !/[,.;:!?\n]/.test(text.trim().replace(/\.$/, "")) && grammar >= words.length * LEAST_SPOKEN_GRAMMAR;
}

/** Speech has half of its words from grammar, a dense list told in sentences a third, keywords hardly any. */
const LEAST_SPOKEN_GRAMMAR = 0.25;

/** Sentences of an answer that are one line each of a heap on end. */
export function bareLines(sentences: readonly Sentence[], namesWanted: boolean): Set<Sentence> {
  const heaps = new Set<Sentence>();
  let run: Sentence[] = [];
  for (const sentence of namesWanted ? [] : sentences) {
    run = isBare(sentence) ? [...run, sentence] : [];
    if (run.length === LEAST_LINES) for (const line of run) heaps.add(line);
    else if (run.length > LEAST_LINES) {
      heaps.add(sentence);
      run = run.slice(1);
    }
  }
  return heaps;
}

/** Whether a question asks to name things, so that a list of names answers it. */
export function asksForNames(question: string): boolean {
  return /\b(?:names?|list|state|enumerate|mention|which|what (?:are|were)|give (?:\w+ )?(?:examples?|reasons?|\d|two|three|four|five))\b/i.test(
    question,
  );
}

function isBare({ words }: Sentence): boolean {
  return words.length <= LONGEST_BARE_LINE && !words.some(isGrammar);
}

function firstHeap(sentence: Sentence, longest: number): [from: number, to: number] | null {
  const { words } = sentence;
  let from = 0;
  let item = 0;
  for (let at = 0; at <= words.length; at += 1) {
    const word = words[at];
    const separated = at > 0 && item >= LEAST_ITEM_WORDS && isSeparated(sentence, at);
    if (word !== undefined && !isGrammar(word) && !separated) {
      item = isSeparated(sentence, at) ? 1 : item + 1;
      continue;
    }
    if (at - from >= longest) return [from, at];
    from = word !== undefined && !isGrammar(word) ? at : at + 1;
    item = from === at ? 1 : 0;
  }
  return null;
}

/** "And" and "or" only string words together. A number stands in calculations, which have no grammar either. */
function isGrammar({ kind, plain }: Word): boolean {
  return (kind === "function" && plain !== "and" && plain !== "or") || /^\p{N}/u.test(plain);
}

/** Whether a comma, a dash, a slash or the like stands before a word. */
function isSeparated({ text, start, words }: Sentence, at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return false;
  return /[^\s'’"]/.test(text.slice(before.end - start, word.start - start));
}

function part(sentence: Sentence, from: number, to: number): Sentence[] {
  const words = sentence.words.slice(from, to);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = sentence.text.slice(first.start - sentence.start, last.end - sentence.start);
  return [{ text, start: first.start, end: last.end, words }];
}
