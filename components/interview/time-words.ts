import { lengthWords } from "../../lib/words/measure-words.ts";

/** Advice, never a limit. */
export function advisedLength(seconds: number | null): string {
  return seconds === null
    ? "There is no time limit."
    : `About ${lengthWords(seconds)} is plenty, and nothing is cut off.`;
}
