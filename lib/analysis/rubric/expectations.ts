import type { ScoredQuestion } from "../scorer.ts";
import { readSentences } from "../text/sentences.ts";
import { PROMPT_WORDS } from "../text/stop-words.ts";
import { contentStems, joinedStem, readWords, type Word } from "../text/words.ts";
import { familiesOf, TOPICS, type WordFamily } from "./word-families.ts";

/**
 * A keyword as the template spells it, and the stems that must stand together in a sentence for it to count; `joined` is the
 * keyword written as one word, since "rollback" and "roll back" are one thing. `given`: the
 * question names it already, so that naming it shows nothing.
 */
export type Term = { label: string; stems: string[]; joined: string; given: boolean };

export type Point = ReadonlyMap<string, number>;

/** What a question lets the rubric look for. An empty list means that nobody said, not that nothing is wanted. */
export type Expectations = {
  terms: Term[];
  /** The points an ideal answer makes, one for each of its sentences: stems, and how much each says. */
  points: Point[];
  /** What the question is about: each topic is a word of it, with the words of its family. */
  topics: ReadonlySet<string>[];
  /** What the organisation values, without the question's own words: saying those back shows nothing. */
  values: WordFamily[];
};

/**
 * How much a stem says. Rarity without a corpus: function words say nothing, general words less than others, and what the
 * question already gives away is cheap to say back.
 */
const GENERAL_WORD = 0.7;
const GIVEN_AWAY = 0.6;
/** One word is a heading or a list number, not a point. */
const LEAST_POINT_STEMS = 2;

export function readExpectations(question: ScoredQuestion, values: readonly WordFamily[]): Expectations {
  const questionWords = readWords(question.text);
  const given = new Set(questionWords.map((word) => word.stem));
  return {
    terms: readTerms(question.keywords, given),
    points: readPoints(question.idealAnswer, given),
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
        given: stems.every((stem) => given.has(stem)),
      });
  }
  return [...terms.values()];
}

function readPoints(idealAnswer: string, given: ReadonlySet<string>): Point[] {
  const points = readSentences(idealAnswer).map((sentence) => weighStems(sentence.words, given));
  const telling = points.filter((point) => point.size >= LEAST_POINT_STEMS);
  return telling.length > 0 ? telling : points.filter((point) => point.size > 0);
}

function weighStems(words: readonly Word[], given: ReadonlySet<string>): Point {
  const telling = words.filter((word) => word.kind !== "function");
  return new Map(
    telling.map(({ stem, kind }) => [stem, (kind === "empty" ? GENERAL_WORD : 1) * (given.has(stem) ? GIVEN_AWAY : 1)]),
  );
}

function readTopics(words: readonly Word[]): ReadonlySet<string>[] {
  const topical = contentStems(words.filter((word) => !PROMPT_WORDS.has(word.plain)));
  return [...topical].map((stem) => new Set([stem, ...familiesOf(stem, TOPICS).flatMap((each) => [...each.stems])]));
}
