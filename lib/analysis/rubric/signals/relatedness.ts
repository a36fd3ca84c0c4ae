import type { Sentence } from "../../text/sentences.ts";

/** So many topics of a question, met in the answer, are as much as a speaker repeats without echoing. */
const ENOUGH_TOPICS = 2;

/** How many of the question's topics the sentences touch, 0..1. Null when the question names no topic. */
export function relatedness(sentences: readonly Sentence[], topics: readonly ReadonlySet<string>[]): number | null {
  if (topics.length === 0) return null;
  const spoken = new Set(sentences.flatMap((sentence) => sentence.words.map((word) => word.stem)));
  const touched = topics.filter((topic) => !topic.isDisjointFrom(spoken)).length;
  return Math.min(1, touched / Math.min(ENOUGH_TOPICS, topics.length));
}
