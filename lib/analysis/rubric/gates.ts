import { questionType } from "../../domain/question-weights.ts";
import type { FlagCode } from "../flags.ts";
import type { Sentence } from "../text/sentences.ts";
import { INTERJECTIONS } from "../text/stop-words.ts";
import { contentStems, type Word } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { idealCoverage } from "./signals/ideal-coverage.ts";
import { WORKING_LIFE } from "./word-families.ts";

/** What holds an answer down: no level rises above `cap` (0–100). */
export type Gates = { cap: number; flags: FlagCode[] };

/** The cap of an answer that no gate holds down. */
export const NO_CAP = 100;

const LEAST_LETTERED_WORDS = 3;

/** Text that only imitates an answer gets a low score, with its reason. What cannot be judged at all never comes here. */
export function checkGates(type: string, answer: ReadAnswer, expected: Expectations): Gates {
  const { leftOut } = answer;
  const spoken = [...answer.sentences, ...leftOut.repeats, ...leftOut.heaps, ...leftOut.echoes];
  const words = spoken.flatMap((sentence) => sentence.words);
  const flags: FlagCode[] = leftOut.instructions.length > 0 ? ["instructions_in_answer"] : [];
  const gate = GATES.find(
    (each) => each.stands(answer, words, expected, type) && !(each.sparesAnswers && answersIt(answer, expected)),
  );
  return gate === undefined ? { cap: NO_CAP, flags } : { cap: gate.cap, flags: [...flags, gate.code] };
}

/** What holds so much of the ideal answer answers, however it is made: talk about anything else holds half of it at most. */
const ANSWERS = 0.25;

function answersIt({ sentences }: ReadAnswer, expected: Expectations): boolean {
  return (idealCoverage(sentences, expected)?.share ?? 0) >= ANSWERS;
}

const GATES: readonly {
  code: FlagCode;
  cap: number;
  /** Whether it lets pass what holds enough of the ideal answer. */
  sparesAnswers?: true;
  stands(answer: ReadAnswer, words: readonly Word[], expected: Expectations, type: string): boolean;
}[] = [
  { code: "gibberish", cap: 5, stands: (_, words) => isGibberish(words) },
  {
    code: "question_echo",
    cap: 10,
    sparesAnswers: true,
    stands: (answer, words) => share(answer.leftOut.echoes, words) >= 0.6,
  },
  {
    code: "keyword_stuffing",
    cap: 10,
    stands: (answer, words) => share(answer.leftOut.heaps, words) >= 0.4,
  },
  {
    code: "repetition",
    cap: 15,
    stands: (answer, words) => share(answer.leftOut.repeats, words) >= 0.5 || isRoundabout(words),
  },
  {
    code: "off_topic",
    cap: 10,
    sparesAnswers: true,
    stands: (answer, _, expected, type) => isOffTopic(type, answer, expected),
  },
];

function share(part: readonly Sentence[], words: readonly Word[]): number {
  return part.reduce((sum, sentence) => sum + sentence.words.length, 0) / words.length;
}

/** No vowel, six consonants running, one letter four times running, or longer than words are. */
const UNREADABLE = /^[^aeiouyà-ÿ]{4,}$|[bcdfghjklmnpqrstvwxz]{6}|(.)\1{3}|^.{35,}$/u;
const KEYBOARD = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwer|wert|erty|zxcv|xcvb|cvbn|vbnm|lkjh|poiu|mnbv|uiop/;

/** Acronyms have no vowels either, so it takes most words, and next to no grammar. */
function isGibberish(words: readonly Word[]): boolean {
  const letters = words.filter((word) => /^\p{L}/u.test(word.plain));
  if (letters.length < LEAST_LETTERED_WORDS) return false;
  const unreadable = letters.filter((word) => UNREADABLE.test(word.plain) || KEYBOARD.test(word.plain)).length;
  const grammar = letters.filter((word) => word.kind === "function").length / letters.length;
  return unreadable / letters.length > 0.4 && grammar < 0.15;
}

const LEAST_ROUNDABOUT_WORDS = 9;
/** Nobody needs more words than twice the things they speak of, when those are so few. */
const FEW_THINGS = 5;
/** Steps of a calculation repeat their terms. */
const MOST_NUMBERS = 0.2;

/** The same few things over and over, or one word is more than a third of all and said more often than there are others. */
function isRoundabout(words: readonly Word[]): boolean {
  const telling = words.filter(({ kind, plain }) => kind !== "function" && !INTERJECTIONS.has(plain));
  if (telling.length < LEAST_ROUNDABOUT_WORDS) return false;
  const counts = new Map<string, number>();
  for (const { stem } of telling) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return (most / telling.length > 1 / 3 && most > counts.size - 1) || speaksOfLittle(words);
}

function speaksOfLittle(words: readonly Word[]): boolean {
  const numbers = words.filter((word) => /^\p{N}/u.test(word.plain)).length;
  if (numbers > words.length * MOST_NUMBERS) return false;
  const content = words.filter((word) => word.kind === "content" && /^\p{L}{2}/u.test(word.plain));
  const things = contentStems(content).size;
  return content.length >= LEAST_ROUNDABOUT_WORDS && things <= FEW_THINGS && things < content.length / 2;
}

const LEAST_OFF_TOPIC_WORDS = 8;
/** One stem in thirty is met by accident. */
const LEAST_EXPECTED_SHARE = 0.03;
/** A weak answer from the field speaks of work in several words; talk about a holiday has one at most. */
const LEAST_WORKING_WORDS = 2;

/**
 * Enough was said, and nothing of it is in the question, the keywords or the ideal answer. Where nobody wrote down what is
 * expected, good stories often share no word with their question, so nothing follows from it; and where an experience is asked for,
 * an ideal answer describes it in other words than it is told in, so it must not speak of work or study either.
 */
function isOffTopic(type: string, { stems }: ReadAnswer, { subject, topics, experience }: Expectations): boolean {
  if (subject.size === 0 || stems.size < LEAST_OFF_TOPIC_WORDS) return false;
  if (topics.some((topic) => !topic.isDisjointFrom(stems))) return false;
  const told = experience || !["technical", "situational"].includes(questionType(type));
  if (WORKING_LIFE.stems.intersection(stems).size >= (told ? 1 : LEAST_WORKING_WORDS)) return false;
  return subject.intersection(stems).size <= subject.size * LEAST_EXPECTED_SHARE;
}
