import type { Sentence } from "../../text/sentences.ts";
import { contentStems } from "../../text/words.ts";

/** After about this many different content words, more words say little more. */
const SCALE = 25;

/** How many different things the sentences speak of, 0..1: 25 content words make .63, 60 make .9. */
export function breadth(sentences: readonly Sentence[]): number {
  const stems = contentStems(sentences.flatMap((sentence) => sentence.words));
  return 1 - Math.exp(-stems.size / SCALE);
}
