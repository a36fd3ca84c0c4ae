import { isAside } from "../text/asides.ts";
import { hasGrammar, type Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import { firstPersonActions } from "./signals/actions.ts";
import { selfPraiseIn } from "./signals/self-praise.ts";
import { namesIn, numbersIn } from "./signals/specificity.ts";
import { WORKING_LIFE } from "./word-families.ts";

/** One word of a subject is met by accident in a sentence that says little else. */
const LEAST_CONTENT = 2;
/** It is no accident in a sentence that says little beside it ("I add an index"). */
const LEAST_SHARE = 1 / 2;

/** A deed is told with what was done, and to what. */
const LEAST_TOLD = 3;

/**
 * What a sentence brings: something to go by; a hint, which means something beside such a sentence; or nothing.
 */
type Brings = "something" | "a hint" | "nothing";

/**
 * The sentences that say something: in a sentence with grammar they name two things of what the question is about or of work, or little else
 * than one; a number or a name. A deed or a single thing is a hint, which counts as long as it goes on from such a sentence: "I opened the
 * window" between remarks on the weather tells nothing of anybody's work. Form is judged by these alone, so that padding neither helps nor
 * hurts. Values are shown in deeds, so naming them does not make a sentence informative; praise of oneself and talk about the talk do not
 * either.
 */
export function informativeSentences(sentences: readonly Sentence[], expected: Expectations): Sentence[] {
  const asked = expected.subject.union(new Set(expected.topics.flatMap((topic) => [...topic])));
  const brings = sentences.map((sentence) => bringsOf(sentence, asked));
  const told = anchored(brings);
  const onTopic = coherent(sentences, asked);
  return sentences.filter((_, at) => told[at] && onTopic[at]);
}

/** Words by which a sentence goes on from the one before: pronouns that take something up, and connectives. */
const TAKES_UP =
  /^(?:he|she|they|it|this|that|these|those|him|her|them|his|their|its|both|so|then|but|because|there|here|since|after|afterwards|first|second|third|next|finally|again|one|other|others|same|until|therefore|also|now|later|such)$/;

/** So many sentences may go on from one that names a word of it; a longer tale of something else names none again. */
const FARTHEST = 3;

/**
 * Which sentences belong to what is said about work or the question: those that name a word of it, and those that hang together with
 * such a one through others, by a word of content in common, by taking it up, or by what the speaker did next (cohesion: Halliday and Hasan
 * 1976). What is told of something else at the end, with numbers and names of its own, does not. Where no sentence names anything of it, all are left as they are.
 */
function coherent(sentences: readonly Sentence[], asked: ReadonlySet<string>): boolean[] {
  const stems = sentences.map(({ words }) => contentStems(words));
  const belongs = stems.map((each) => !each.isDisjointFrom(asked) || !each.isDisjointFrom(WORKING_LIFE.stems));
  if (!belongs.includes(true)) return sentences.map(() => true);
  const goesOn = sentences.map(
    (sentence, at) =>
      sentence.words.some(({ plain }) => TAKES_UP.test(plain)) ||
      firstPersonActions(sentence) > 0 ||
      stems[at - 1]?.isDisjointFrom(stems[at] ?? new Set()) === false,
  );
  const near = [...belongs];
  for (const [at, anchor] of belongs.entries()) {
    for (let to = at; anchor && to < at + FARTHEST && goesOn[to + 1]; to += 1) near[to + 1] = true;
    for (let to = at; anchor && to > at - FARTHEST && to > 0 && goesOn[to]; to -= 1) near[to - 1] = true;
  }
  return near;
}

function bringsOf(sentence: Sentence, asked: ReadonlySet<string>): Brings {
  const stems = contentStems(sentence.words);
  if (stems.size === 0 || !hasGrammar(sentence) || selfPraiseIn(sentence) > 0) return "nothing";
  if (numbersIn(sentence) > 0 || namesIn(sentence).length > 0) return "something";
  const deeds = firstPersonActions(sentence);
  const shared = stems.intersection(asked).size;
  const work = stems.intersection(WORKING_LIFE.stems.difference(asked)).size;
  if (shared + work >= LEAST_CONTENT || (stems.size >= LEAST_CONTENT && shared / stems.size >= LEAST_SHARE))
    return "something";
  if (deeds > 0 && (stems.size >= LEAST_TOLD || (shared + work > 0 && stems.size >= LEAST_CONTENT))) return "something";
  return shared + work > 0 || deeds > 0 ? "a hint" : "nothing";
}

/** A hint counts beside a sentence that brings something. */
function anchored(brings: readonly Brings[]): boolean[] {
  const something = brings.map((each) => each === "something");
  return brings.map(
    (each, at) => something[at] === true || (each === "a hint" && (something[at - 1] || something[at + 1]) === true),
  );
}

/**
 * Whether a sentence only talks about the talk. One that names two things of the subject, a number or a name says something
 * beside that.
 */
export function isIdle(sentence: Sentence, { subject }: Pick<Expectations, "subject">): boolean {
  if (!isAside(sentence.text) || numbersIn(sentence) > 0 || namesIn(sentence).length > 0) return false;
  return contentStems(sentence.words).intersection(subject).size < LEAST_CONTENT;
}
