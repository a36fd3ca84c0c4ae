import { questionType } from "../../domain/question-weights.ts";
import type { ScoredQuestion } from "../scorer.ts";
import { asksForExperience, describesAnswer } from "../text/asks-experience.ts";
import { readSentences } from "../text/sentences.ts";
import { PROMPT_WORDS } from "../text/stop-words.ts";
import { contentStems, joinedStem, readWords, stemSet, type Word } from "../text/words.ts";
import { familiesOf, TOPICS, type WordFamily } from "./word-families.ts";

/**
 * A keyword as the template spells it, and the stems that must stand together in a sentence for it to count; `joined` is the
 * keyword written as one word, since "rollback" and "roll back" are one thing. `given`: the
 * question names it already, or it is a word of any talk ("sense", "right"), so that naming it shows nothing.
 */
export type Term = { label: string; stems: string[]; joined: string; given: boolean };

/** The stems of one point of the ideal answer, and how much each says. */
export type Point = ReadonlyMap<string, number>;

/** What a question lets the rubric look for. An empty list means that nobody said, not that nothing is wanted. */
export type Expectations = {
  /** Whether something lived through is asked for, by the question's type or its wording. */
  experience: boolean;
  /** Whether the ideal answer describes a good one instead of giving it. */
  described: boolean;
  terms: Term[];
  /** The points an ideal answer makes, one for each of its sentences; bounded, see MOST_POINTS. */
  points: Point[];
  /** The points of other answers that are as right, of each its own. */
  alternatives?: Point[][];
  /** The stems with content among the terms and the points: naming one of them is speaking of the subject. */
  subject: ReadonlySet<string>;
  /** What the question is about: each topic is a word of it, with the words of its family. */
  topics: ReadonlySet<string>[];
  /** What the organisation values, without the question's own words: saying those back shows nothing. */
  values: WordFamily[];
};

/**
 * How much a stem says. Words with content say most; general ones less; what the question already gives away is cheap to say
 * back; and the grammar of a point ("not", "before", "without", "only") says a little of what it means. Checked by leaving each of 18
 * graded questions out in turn: .15 to .3 for grammar and .25 to .6 for given words come out within .005 rho of these. Rarity in
 * everyday English (subtitle frequencies) lowered agreement on every setting tried: technical answers turn on ordinary words.
 */
const GENERAL_WORD = 0.7;
const GIVEN_AWAY = 0.4;
const GRAMMAR_WORD = 0.2;
/** An ideal answer of a book's length still takes a moment only; spoken ones have under fifty sentences. */
const MOST_POINTS = 200;

export function readExpectations(question: ScoredQuestion, values: readonly WordFamily[]): Expectations {
  const questionWords = readWords(question.text);
  const given = new Set(questionWords.map((word) => word.stem));
  const terms = readTerms(question.keywords, given);
  const described = describesAnswer(question.idealAnswer);
  const ideal = idealSentences(question.idealAnswer).map((words) => (described ? withoutDescribing(words) : words));
  const others = (question.alsoRight ?? []).map(idealSentences).filter((sentences) => sentences.length > 0);
  const [first = [], ...alternatives] = ideal.length > 0 ? [ideal, ...others] : others;
  return {
    experience: asksForExperience(question.text) || questionType(question.type) === "behavioral",
    described,
    terms,
    points: first.map((words) => weighStems(words, given)),
    alternatives: alternatives.map((sentences) => sentences.map((words) => weighStems(words, given))),
    subject: new Set([
      ...terms.flatMap((term) => term.stems),
      ...tellingStems([...first, ...alternatives.flat()].flat()),
    ]),
    topics: readTopics(questionWords),
    values: values.map(({ name, stems }) => ({ name, stems: stems.difference(given) })),
  };
}

function readTerms(keywords: readonly string[], given: ReadonlySet<string>): Term[] {
  const terms = new Map<string, Term>();
  for (const keyword of keywords) {
    const words = readWords(keyword);
    const telling = words.filter((word) => word.kind !== "function");
    const stems = [...new Set((telling.length > 0 ? telling : words).map((word) => word.stem))];
    if (stems.length > 0)
      terms.set([...stems].sort().join(" "), {
        label: keyword.trim(),
        stems,
        joined: joinedStem(words),
        given: stems.every((stem) => given.has(stem)) || words.every((word) => word.kind !== "content"),
      });
  }
  return [...terms.values()];
}

/** Numbers of a list ("1.") are split off as sentences of their own and make no point; "No." does. */
function idealSentences(idealAnswer: string): Word[][] {
  return readSentences(idealAnswer)
    .map((sentence) => sentence.words)
    .filter((words) => words.some((word) => !/^\p{N}+$/u.test(word.plain)))
    .slice(0, MOST_POINTS);
}

/** What a description says of any answer: said back it shows nothing ("as a result of my action I learned a lesson"). */
const DESCRIBING = stemSet(
  `answer candidate applicant action task situation result outcome effect lesson learn learned concrete real specific
  example name describe show explain state tell mention reflect reason measure measured owned ownership challenge success`,
);

function withoutDescribing(words: readonly Word[]): Word[] {
  return words.filter(({ stem }) => !DESCRIBING.has(stem));
}

function weighStems(words: readonly Word[], given: ReadonlySet<string>): Point {
  const weights = { content: 1, empty: GENERAL_WORD, function: GRAMMAR_WORD };
  return new Map(words.map(({ stem, kind }) => [stem, weights[kind] * (given.has(stem) ? GIVEN_AWAY : 1)]));
}

function tellingStems(words: readonly Word[]): string[] {
  return words.filter((word) => word.kind !== "function").map((word) => word.stem);
}

function readTopics(words: readonly Word[]): ReadonlySet<string>[] {
  const topical = contentStems(words.filter((word) => !PROMPT_WORDS.has(word.plain)));
  return [...topical].map((stem) => new Set([stem, ...familiesOf(stem, TOPICS).flatMap((each) => [...each.stems])]));
}
