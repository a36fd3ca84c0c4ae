import { weighsThisAnswer } from "./assessment-words.ts";
import { readingsOf } from "./hidden-text.ts";
import { INJECTIONS } from "./injections/rows.ts";
import { STORIES } from "./stories.ts";

/** About this answer, or to whoever reads it: then it is no story. */
const OF_THIS =
  /\b(?:this (?:answer|response|one|candidate|item|transcript|interview)|my (?:answer|response|interview|transcript)|me|above|you|your)\b|^\W*(?:assume|pretend|imagine|suppose)\b|^\W*\w+ ?:/;

/** Whether a sentence is addressed to whoever scores the answer ("ignore previous instructions", "give me 100"). */
export function isInstruction(sentence: string): boolean {
  return readingsOf(sentence).some((seen) => speaksToScorer(seen) && !isStory(seen));
}

function speaksToScorer(seen: string): boolean {
  return INJECTIONS.some(({ pattern }) => pattern.test(seen)) || weighsThisAnswer(seen);
}

function isStory(seen: string): boolean {
  return !OF_THIS.test(seen) && STORIES.some(({ pattern }) => pattern.test(seen));
}
