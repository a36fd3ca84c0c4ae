import { findStretch, type Stretch } from "./find-stretch.ts";
import { fold, foldedWords } from "./fold.ts";
import { readInstructions } from "./read-instructions.ts";

/** Why a quote is not shown. */
export type QuoteRefusal =
  /** It does not stand in the answer. */
  | "not_found"
  /** Fewer words than can show anything. */
  | "too_short"
  /** It is the question, or comes from the ideal answer or the notes and not from the answer. */
  | "from_question"
  /** It comes from what we told the model, or from a sentence of the answer that speaks to the scorer. */
  | "from_instructions";

export type QuoteVerdict =
  /** `quote` is `answer.slice(start, end)`, character for character; `edits`: how many characters the claim was off by. */
  { verified: true; quote: string; start: number; end: number; edits: number } | { verified: false; why: QuoteRefusal };

export type QuoteSources = {
  answer: string;
  question: string;
  /** What the model was told besides and the candidate was not: ideal answer, rubric notes. */
  notes?: readonly string[];
  /** What we wrote to the model ourselves. */
  instructions?: readonly string[];
};

/** Two words happen to stand anywhere. */
const LEAST_WORDS = 3;
/** This share of a quote's words, in runs that the question has too, makes it a quote of the question. */
const QUESTION_SHARE = 0.8;
const RUN_WORDS = 3;
/** Characters; nobody quotes more, and the time that one quote may take depends on it. */
const LONGEST_QUOTE = 400;

/**
 * Prepares one answer and returns what checks quotes against it. A quote stands there when its characters do, apart from
 * case, marks, spaces and Unicode forms, or when it has four words or more and at most a tenth of its characters must be
 * edited, none of them in a number or a negation. Whole words only. The question read back is refused although it stands there.
 */
export function quoteVerifier(sources: QuoteSources): (claimed: string) => QuoteVerdict {
  const answer = fold(sources.answer);
  const asked = runsOf(foldedWords(fold(sources.question).text));
  const [notes, instructions] = [sources.notes ?? [], sources.instructions ?? []].map((texts) => texts.map(fold));
  const leftOut = readInstructions(sources.answer);
  return (claimed) => {
    const quote = trimMarks(fold(claimed.slice(0, LONGEST_QUOTE * 2)).text).slice(0, LONGEST_QUOTE);
    const words = foldedWords(quote);
    if (words.length < LEAST_WORDS) return { verified: false, why: "too_short" };
    if (isRunOf(words, asked)) return { verified: false, why: "from_question" };
    const stretch = findStretch(answer, quote);
    if (stretch === null) {
      if (instructions?.some((text) => findStretch(text, quote))) return { verified: false, why: "from_instructions" };
      return { verified: false, why: notes?.some((text) => findStretch(text, quote)) ? "from_question" : "not_found" };
    }
    if (leftOut.some((part) => part.start < stretch.end && stretch.start < part.end))
      return { verified: false, why: "from_instructions" };
    return verified(sources.answer, stretch);
  };
}

/** Checks one quote; for several of one answer, prepare it once with `quoteVerifier`. */
export function verifyQuote(claimed: string, sources: QuoteSources): QuoteVerdict {
  return quoteVerifier(sources)(claimed);
}

function verified(answer: string, { start, end, edits }: Stretch): QuoteVerdict {
  return { verified: true, quote: answer.slice(start, end), start, end, edits };
}

/** Without the quotation marks, dots and spaces that models put around a quote. */
function trimMarks(folded: string): string {
  const first = folded.search(/[\p{L}\p{N}]/u);
  if (first === -1) return "";
  const after = /[^\p{L}\p{N}\p{M}]*$/u.exec(folded);
  return folded.slice(first, after?.index ?? folded.length);
}

function runsOf(words: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (let at = 0; at + RUN_WORDS <= words.length; at++) runs.add(words.slice(at, at + RUN_WORDS).join(" "));
  return runs;
}

function isRunOf(words: readonly string[], runs: ReadonlySet<string>): boolean {
  const covered = new Set<number>();
  for (let at = 0; at + RUN_WORDS <= words.length; at++) {
    if (!runs.has(words.slice(at, at + RUN_WORDS).join(" "))) continue;
    for (let word = at; word < at + RUN_WORDS; word++) covered.add(word);
  }
  return covered.size >= words.length * QUESTION_SHARE;
}
