import type { CriterionScores } from "../../domain/criteria.ts";
import type { HeardWord } from "./heard-words.ts";
import type { Hearing } from "./mishear.ts";

/** A stretch of an answer that is worth listening to; milliseconds from the answer's beginning. `text`: what was heard there. */
export type Listen = { text: string; start_ms: number; end_ms: number };

/** An answer with how its hearings came out. */
export type Tried = {
  words: readonly HeardWord[];
  hearings: readonly Hearing[];
  levels: CriterionScores[];
  /** What it adds to the overall score under each hearing, in points. */
  contributions: readonly number[];
  /** The same of other texts of it. */
  contributionOf(texts: string[]): number[];
};

/** In all of an interview. */
const MOST_STRETCHES = 3;
/** How many are tried word by word, so that it costs a tenth of the hearings at most. */
const MOST_TRIED = 20;
/** Of the overall score, in points: less changes nothing that is shown. */
const LEAST_MOVE = 0.5;
/** Words on either side, so that a word is heard in its sentence. */
const AROUND = 3;

type Candidate = { answer: number; word: number; suspicion: number };

/**
 * The stretches whose mishearing would move the overall score most, for each answer. Words are found by how the score lies in the hearings
 * that changed them, and then tried: the answer is scored without them.
 */
export function whatToListenTo(tried: readonly Tried[]): Listen[][] {
  const suspects = tried
    .flatMap((each, answer) => suspectsOf(each).map((found) => ({ ...found, answer })))
    .sort((a, b) => b.suspicion - a.suspicion)
    .slice(0, MOST_TRIED);
  const moving = suspects
    .map((suspect) => ({ ...suspect, move: moveWithout(tried[suspect.answer], suspect.word) }))
    .filter(({ move }) => move >= LEAST_MOVE)
    .sort((a, b) => b.move - a.move);
  const chosen: Candidate[] = [];
  for (const each of moving)
    if (chosen.length < MOST_STRETCHES && chosen.every((other) => !touches(each, other))) chosen.push(each);
  return tried.map(({ words }, answer) =>
    chosen
      .filter((each) => each.answer === answer)
      .sort((a, b) => a.word - b.word)
      .flatMap(({ word }) => stretchAround(words, word)),
  );
}

/** The words with a time, by how far the score lies from its mean where they were heard otherwise, and how often they were. */
function suspectsOf({ words, hearings, contributions }: Tried): Omit<Candidate, "answer">[] {
  const mean = contributions.reduce((sum, each) => sum + each, 0) / contributions.length;
  const moved = new Float64Array(words.length);
  for (const [at, { changed }] of hearings.entries())
    for (const word of changed) moved[word] = (moved[word] ?? 0) + (contributions[at] ?? mean) - mean;
  return words.flatMap(({ time }, word) => {
    const suspicion = Math.abs(moved[word] ?? 0) / hearings.length;
    return time === null || suspicion === 0 ? [] : [{ word, suspicion }];
  });
}

/** How many points the overall score moves when the word is not heard. */
function moveWithout(tried: Tried | undefined, word: number): number {
  if (!tried) return 0;
  const written = tried.words.map((each) => each.written);
  const [whole = 0, without = 0] = tried.contributionOf([written.join(" "), written.toSpliced(word, 1).join(" ")]);
  return Math.abs(whole - without);
}

function touches(one: Candidate, other: Candidate): boolean {
  return one.answer === other.answer && Math.abs(one.word - other.word) <= 2 * AROUND;
}

function stretchAround(words: readonly HeardWord[], word: number): Listen[] {
  const around = words.slice(Math.max(0, word - AROUND), word + AROUND + 1);
  const times = around.flatMap(({ time }) => time ?? []);
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return [];
  const text = around.map(({ written }) => written).join(" ");
  return [{ text, start_ms: first.startMs, end_ms: Math.max(first.endMs, last.endMs) }];
}
