import type { Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import { informativeSentences, isIdle } from "./informative.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { breadth } from "./signals/breadth.ts";
import { concreteness } from "./signals/concreteness.ts";
import { density, isRemark } from "./signals/density.ts";
import { idealCoverage } from "./signals/ideal-coverage.ts";
import { type Reasoning, reasoning } from "./signals/reasoning.ts";
import { relatedness } from "./signals/relatedness.ts";
import { selfPraiseIn } from "./signals/self-praise.ts";
import { type Specificity, specificity } from "./signals/specificity.ts";
import { findStoryParts, type StoryParts, storyValue } from "./signals/story-parts.ts";
import { type TermCoverage, termCoverage } from "./signals/term-coverage.ts";
import { type ValuesShown, valuesShown } from "./signals/values.ts";
import { wording } from "./signals/wording.ts";
import { WORKING_LIFE } from "./word-families.ts";

/** Everything the rubric found in one answer. Levels, evidence and feedback are all made of this and of nothing else. */
export type Findings = {
  /** What is expected; see expectations.ts. */
  experience: boolean;
  described: boolean;
  /** The sentences that say something; see informative.ts. */
  sentences: Sentence[];
  terms: TermCoverage | null;
  ideal: number | null;
  /** The share of what is said that is about what is expected, and about the question or work; see density.ts. */
  density: number | null;
  topical: number | null;
  /** Of how many different things it speaks. */
  things: number;
  /** How concretely it is told, whatever its length; see concreteness.ts. */
  concrete: number;
  related: number | null;
  reasoning: Reasoning;
  parts: StoryParts;
  story: number;
  specificity: Specificity;
  breadth: number;
  wording: number;
  values: ValuesShown;
};

export function gatherFindings(answer: ReadAnswer, expected: Expectations): Findings {
  const { praise = [], said = [] } = Object.groupBy(answer.sentences, (sentence) =>
    selfPraiseIn(sentence) > 0 ? "praise" : isIdle(sentence, expected) ? "idle" : "said",
  );
  const sentences = informativeSentences(said, expected);
  const parts = findStoryParts(sentences);
  const asked = expected.subject
    .union(new Set(expected.topics.flatMap((topic) => [...topic])))
    .union(WORKING_LIFE.stems);
  const matter = said.filter((sentence) => !isRemark(sentence, asked));
  const things = contentStems(matter.flatMap(({ words }) => words));
  return {
    experience: expected.experience,
    described: expected.described,
    sentences,
    terms: termCoverage(said, expected.terms),
    ideal: idealCoverage(said, expected)?.share ?? null,
    density: density(things, expected.subject),
    topical: density(things, asked),
    things: things.size,
    concrete: concreteness(matter, expected.experience),
    related: relatedness(said, expected.topics),
    reasoning: reasoning(sentences),
    parts,
    story: storyValue(parts),
    specificity: specificity([...sentences, ...praise]),
    breadth: breadth(sentences),
    wording: wording(sentences),
    values: valuesShown(sentences, expected.values),
  };
}
