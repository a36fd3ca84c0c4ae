import { type HeardWord, heardWords, storedSpans } from "../hearing/heard-words.ts";
import type { TextSource } from "./choose-text.ts";
import type { InterviewAnswer } from "./interview-input.ts";

/** How an answer may have been misheard. */
export type Misheard = { words: HeardWord[]; errorRate: readonly [low: number, high: number] };

/** Word error rates of recognisers on interviews over ordinary microphones, as far as anybody can say in general: a choice. */
const HEARD = [0.05, 0.1] as const;
/** Whoever put right what was heard has left little of it; a choice as well. */
const CORRECTED = [0.01, 0.02] as const;

/**
 * How the text that is judged may have been misheard; null for what was written: nobody heard it, so only questions and readings make
 * its score uncertain. Slips of the fingers are the writer's own, and not taken for errors of ours.
 * @param text as it is judged, without the candidate's name
 */
export function misheardOf(answer: InterviewAnswer, source: TextSource | null, text: string): Misheard | null {
  if (source === "transcript") {
    return { words: heardWords(text, storedSpans(answer.transcript?.spans)), errorRate: HEARD };
  }
  if (source === null || answer.given === undefined || answer.given === "written") return null;
  return { words: heardWords(text, []), errorRate: answer.given === "heard" ? HEARD : CORRECTED };
}
