import type { Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import { firstPersonActions } from "./signals/actions.ts";
import { selfPraiseIn } from "./signals/self-praise.ts";
import { namesIn, numbersIn } from "./signals/specificity.ts";

const LEAST_CONTENT = 5;

/**
 * The sentences that say something: they name what the question or the organisation is about, a number, a name or a deed, or at least have
 * content. Praise of oneself says nothing that can be checked. Form is judged by these alone, so that padding neither helps nor hurts.
 */
export function informativeSentences(sentences: readonly Sentence[], expected: Expectations): Sentence[] {
  const subject = new Set([
    ...expected.subject,
    ...expected.topics.flatMap((topic) => [...topic]),
    ...expected.values.flatMap((family) => [...family.stems]),
  ]);
  return sentences.filter((sentence) => {
    if (selfPraiseIn(sentence) > 0) return false;
    const stems = contentStems(sentence.words);
    if (!stems.isDisjointFrom(subject) || stems.size >= LEAST_CONTENT) return true;
    return (
      stems.size > 0 && (numbersIn(sentence) > 0 || namesIn(sentence).length > 0 || firstPersonActions(sentence) > 0)
    );
  });
}
