import { createHash } from "node:crypto";
import { CRITERIA, type CriterionScores, type CriterionWeights } from "../../domain/criteria.ts";
import { randomFrom } from "../../domain/random.ts";
import { levelsOf } from "../rubric/score-question.ts";
import { valueFamilies } from "../rubric/signals/values.ts";
import type { WordFamily } from "../rubric/word-families.ts";
import type { ScoredQuestion } from "../scorer.ts";
import type { HeardWord } from "./heard-words.ts";
import { type Hearing, mishear } from "./mishear.ts";
import { type Listen, type Tried, whatToListenTo } from "./what-to-listen-to.ts";

/** An answer that was said aloud. */
export type SpokenAnswer = {
  question: ScoredQuestion;
  words: HeardWord[];
  /** From and to which share of the words is wrong, 0–1, where nothing is known of the single word. */
  errorRate: readonly [low: number, high: number];
  /** How much each of its levels moves the interview's overall score, in points a point. */
  shares: CriterionWeights;
};
export type HearAgain = { companyValues: string[]; answers: SpokenAnswer[] };

/** By answer: its levels under each hearing, and which seconds of it would move the overall score most. */
export type HeardAgain = { levels: CriterionScores[]; listen: Listen[] }[];

const HEARINGS = 200;
/** The deviation of fewer is too rough: of forty it is exact to 11 % (1 / √(2 · 39)). */
const LEAST_HEARINGS = 40;
/** A hundred thousand words take about a second. */
const MOST_WORDS = 600_000;

/** How often answers of so many words together are heard again; 0: they are too long for it. */
export function hearingsOf(words: number): number {
  const affordable = Math.min(HEARINGS, Math.floor(MOST_WORDS / Math.max(1, words)));
  return affordable < LEAST_HEARINGS ? 0 : affordable;
}

/**
 * Scores spoken answers by the rubric as they could as well have been heard. The same answer to the same question is always heard in
 * the same ways. Null: they are too long for it.
 */
export function hearAgain({ companyValues, answers }: HearAgain): HeardAgain | null {
  const hearings = hearingsOf(answers.reduce((sum, { words }) => sum + words.length, 0));
  if (hearings === 0) return null;
  const values = valueFamilies(companyValues);
  const tried = answers.map((answer) => tryHearings(answer, hearings, values));
  const listen = whatToListenTo(tried);
  return tried.map(({ levels }, at) => ({ levels, listen: listen[at] ?? [] }));
}

function tryHearings(answer: SpokenAnswer, count: number, values: readonly WordFamily[]): Tried {
  const { question, words, errorRate, shares } = answer;
  const random = randomFrom(seedOf(question));
  const [low, high] = errorRate;
  const hearings: Hearing[] = Array.from({ length: count }, () =>
    mishear(words, low + (high - low) * random(), random),
  );
  const levels = levelsOf(
    question,
    values,
    hearings.map(({ text }) => text),
  );
  const moveOf = (scores: CriterionScores) =>
    CRITERIA.reduce((sum, each) => sum + shares[each] * (scores[each] ?? 0), 0);
  const contributionOf = (texts: string[]) => levelsOf(question, values, texts).map(moveOf);
  return { words, hearings, levels, contributions: levels.map(moveOf), contributionOf };
}

function seedOf({ text, answer }: ScoredQuestion): number {
  return createHash("sha256")
    .update(JSON.stringify([text, answer.text]))
    .digest()
    .readUInt32BE();
}
