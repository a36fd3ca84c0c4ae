import { hasGrammar, type Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import { firstPersonActions } from "./signals/actions.ts";
import { selfPraiseIn } from "./signals/self-praise.ts";
import { namesIn, numbersIn } from "./signals/specificity.ts";
import { WORKING_LIFE } from "./word-families.ts";

/** One word of a subject is met by accident in a sentence that says little else. */
const LEAST_CONTENT = 2;

/**
 * The sentences that say something: in a sentence with grammar they name what the question is about or something of work, a number, a
 * name or a deed. Form is judged by these alone, so that padding neither helps nor hurts. Values are shown in deeds, so naming
 * them does not make a sentence informative; praise of oneself does not either.
 */
export function informativeSentences(sentences: readonly Sentence[], expected: Expectations): Sentence[] {
  const subject = expected.subject.union(WORKING_LIFE.stems);
  const topics = new Set(expected.topics.flatMap((topic) => [...topic]));
  return sentences.filter((sentence) => {
    const stems = contentStems(sentence.words);
    if (stems.size === 0 || !hasGrammar(sentence) || selfPraiseIn(sentence) > 0) return false;
    if (numbersIn(sentence) > 0 || namesIn(sentence).length > 0 || firstPersonActions(sentence) > 0) return true;
    return stems.size >= LEAST_CONTENT && !(stems.isDisjointFrom(subject) && stems.isDisjointFrom(topics));
  });
}
