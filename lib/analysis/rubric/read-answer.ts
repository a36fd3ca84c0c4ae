import { addressedSentences } from "../text/addressed.ts";
import { isForeignSentence } from "../text/language.ts";
import { readSentences, type Sentence } from "../text/sentences.ts";
import { contentStems, readWords, type Word } from "../text/words.ts";
import { asksForNames, bareLines, cutHeaps, longestRun } from "./heaps.ts";
import { type Ideal, idealCoverage } from "./signals/ideal-coverage.ts";

/**
 * An answer as the signals see it: only `sentences` count. What was left out is kept beside them, so that a gate can
 * say so.
 */
export type ReadAnswer = {
  text: string;
  sentences: Sentence[];
  words: Word[];
  stems: Set<string>;
  leftOut: {
    instructions: Sentence[];
    foreign: Sentence[];
    repeats: Sentence[];
    heaps: Sentence[];
    echoes: Sentence[];
  };
};

const LEAST_ECHO_WORDS = 5;
const ECHO_SHARE = 0.75;

/** Reads an answer, leaving out instructions to the scorer, sentences in another language, what was said before, heaps of words, and the question read back. */
export function readAnswer(
  text: string,
  questionText: string,
  expected: Ideal = { points: [], subject: new Set() },
): ReadAnswer {
  const leftOut: ReadAnswer["leftOut"] = { instructions: [], foreign: [], repeats: [], heaps: [], echoes: [] };
  const sentences: Sentence[] = [];
  const said = new Set<string>();
  const asked = new Set(readWords(questionText).map((word) => word.stem));
  const namesWanted = asksForNames(questionText);
  const read = readSentences(text);
  const addressed = addressedSentences(read);
  leftOut.instructions.push(...addressed);
  leftOut.foreign.push(...read.filter((sentence) => !addressed.has(sentence) && isForeignSentence(sentence)));
  const unread = addressed.union(new Set(leftOut.foreign));
  const answering = read.filter((sentence) => !unread.has(sentence));
  const longest = longestRun(
    text,
    answering.flatMap(({ words }) => words),
    namesWanted,
  );
  const pieces = answering.flatMap((sentence) => cutHeaps(sentence, longest));
  const bare = bareLines(
    pieces.map(({ sentence }) => sentence),
    namesWanted,
  );
  for (const { sentence, heap } of pieces) {
    const stems = contentStems(sentence.words);
    if (isEcho(sentence, asked) && !makesPoint(sentence, expected)) leftOut.echoes.push(sentence);
    else if (isRepeat(sentence, stems, said)) leftOut.repeats.push(sentence);
    else if (heap || bare.has(sentence)) leftOut.heaps.push(sentence);
    else {
      sentences.push(sentence);
      for (const stem of stems) said.add(stem);
    }
  }
  const words = sentences.flatMap((sentence) => sentence.words);
  return { text, sentences, words, stems: contentStems(words), leftOut };
}

/** Nothing in it that was not said before, not even a number: saying it once more earns nothing, in whatever order. */
function isRepeat({ words }: Sentence, stems: ReadonlySet<string>, said: ReadonlySet<string>): boolean {
  return stems.size > 0 && stems.isSubsetOf(said) && !words.some((word) => /^\p{N}/u.test(word.plain));
}

/** From here a sentence answers, though it is made of the question's words ("it generates a run-time error"). */
const MAKES_POINT = 0.5;

function makesPoint(sentence: Sentence, expected: Ideal): boolean {
  return (idealCoverage([sentence], expected)?.made[0] ?? 0) >= MAKES_POINT;
}

/** The question read back: a sentence made of its words, with no content of its own. */
function isEcho({ words }: Sentence, asked: ReadonlySet<string>): boolean {
  if (words.length < LEAST_ECHO_WORDS) return false;
  const shared = words.filter((word) => asked.has(word.stem)).length;
  return shared / words.length >= ECHO_SHARE && words.every((word) => word.kind === "function" || asked.has(word.stem));
}
