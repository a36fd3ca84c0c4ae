import { nearStems } from "../../text/near-stems.ts";
import type { Sentence } from "../../text/sentences.ts";
import { contentStems } from "../../text/words.ts";

/**
 * How much of what is said is about the subject: the share of the answer's different content words that are words of the subject or nearly
 * so, 0..1. It falls as an answer talks of something else, so that length by itself earns nothing. Null where nothing is said.
 */
export function density(said: ReadonlySet<string>, subject: ReadonlySet<string>): number | null {
  if (said.size === 0) return null;
  const near = nearStems(subject, said);
  const onSubject = new Set([...near.values()].flatMap((stems) => stems.map(({ stem }) => stem)));
  return onSubject.size / said.size;
}

/** A sentence of so few words with content is a remark beside the matter ("it is a broad subject"), unless one of them is of the subject. */
const MOST_OF_A_REMARK = 3;

/** Whether a sentence says next to nothing, of the subject or of anything else. */
export function isRemark({ words }: Sentence, subject: ReadonlySet<string>): boolean {
  const stems = contentStems(words);
  return stems.size <= MOST_OF_A_REMARK && stems.isDisjointFrom(subject);
}
