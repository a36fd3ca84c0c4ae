import type { Sentence } from "../text/sentences.ts";
import { contentStems } from "../text/words.ts";
import type { Expectations } from "./expectations.ts";
import { informativeSentences, isIdle } from "./informative.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { breadth } from "./signals/breadth.ts";
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
  related: number | null;
  /** How many different words of work, study or something made it has; see word-families.ts. */
  working: number;
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
  const { sentences, idle } = informativeSentences(said, expected);
  const answering = said.filter((sentence) => !idle.has(sentence));
  const parts = findStoryParts(sentences);
  return {
    experience: expected.experience,
    described: expected.described,
    sentences,
    terms: termCoverage(answering, expected.terms),
    ideal: idealCoverage(answering, expected)?.value ?? null,
    related: relatedness(answering, expected.topics),
    working: contentStems(answering.flatMap(({ words }) => words)).intersection(WORKING_LIFE.stems).size,
    reasoning: reasoning(sentences),
    parts,
    story: storyValue(parts),
    specificity: specificity([...sentences, ...praise]),
    breadth: breadth(sentences),
    wording: wording(sentences),
    values: valuesShown(sentences, expected.values),
  };
}
