import { expect, it } from "vitest";
import { companyValuesOrDefault } from "../../domain/company-values.ts";
import { perCriterion } from "../../domain/criteria.ts";
import { levelsOf, scoreQuestion } from "../rubric/score-question.ts";
import { valueFamilies } from "../rubric/signals/values.ts";
import type { ScoredQuestion } from "../scorer.ts";
import { type HearAgain, hearAgain, hearingsOf, type SpokenAnswer } from "./hear-again.ts";
import { hearInChild, hearWithin } from "./hear-in-child.ts";
import { heardWords } from "./heard-words.ts";

const SAID =
  "I read the query plan first because guessing wastes time and then I added the missing index so the latency fell from " +
  "four seconds to sixty milliseconds and I wrote a test with realistic data";
const QUESTION: ScoredQuestion = {
  ...{ id: "q", text: "How do you find a slow query?", type: "technical", difficulty: "medium" },
  ...{
    keywords: ["query plan", "index"],
    idealAnswer: "Read the query plan, and add the missing index.",
    rubricNotes: "",
  },
  answer: { id: "a", text: SAID },
};
const TIMES = SAID.split(" ").map((text, at) => ({ text, start_ms: at * 400, end_ms: at * 400 + 300 }));
const VALUES = companyValuesOrDefault([]);

function spoken(more: Partial<SpokenAnswer> = {}): SpokenAnswer {
  const words = heardWords(SAID, TIMES);
  return { question: QUESTION, words, errorRate: [0.05, 0.1], shares: perCriterion(() => 0.25), ...more };
}
const work = (...answers: SpokenAnswer[]): HearAgain => ({ companyValues: VALUES, answers });

it("hears an answer two hundred times, and the same way again", () => {
  const heard = hearAgain(work(spoken()));
  expect(heard?.[0]?.levels).toHaveLength(200);
  expect(new Set(heard?.[0]?.levels.map(({ technical }) => technical)).size).toBeGreaterThan(5);
  expect(hearAgain(work(spoken()))).toEqual(heard);
});

it("scores what it hears as the rubric scores an answer", () => {
  const values = valueFamilies(VALUES);
  const texts = [SAID, "I do not know.", SAID.replaceAll("index", "next")];
  const alone = texts.map((text) => scoreQuestion({ ...QUESTION, answer: { id: "a", text } }, values).levels);
  expect(levelsOf(QUESTION, values, texts)).toEqual(alone);
});

it("hears each answer the same way whatever stands beside it", () => {
  const other = spoken({ question: { ...QUESTION, answer: { id: "b", text: "Something else." } } });
  expect(hearAgain(work(other, spoken()))?.[1]?.levels).toEqual(hearAgain(work(spoken()))?.[0]?.levels);
});

it("marks at most three stretches, in words that were said there, and none where nobody knows when", () => {
  const listen = hearAgain(work(spoken()))?.[0]?.listen ?? [];
  expect(listen.length).toBeGreaterThan(0);
  expect(listen.length).toBeLessThanOrEqual(3);
  for (const { text, start_ms, end_ms } of listen) {
    expect(SAID).toContain(text);
    expect(TIMES.find((each) => each.start_ms === start_ms)?.text).toBe(text.split(" ")[0]);
    expect(end_ms).toBeGreaterThan(start_ms);
  }
  expect(hearAgain(work(spoken({ words: heardWords(SAID, []) })))?.[0]?.listen).toEqual([]);
});

it("marks nothing that moves no point of the overall score", () => {
  expect(hearAgain(work(spoken({ shares: perCriterion(() => 0) })))?.[0]?.listen).toEqual([]);
});

it.each([
  [0, 200],
  [1_500, 200],
  [6_000, 100],
  [15_000, 40],
  [15_001, 0],
])("answers of %i words together are heard %i times", (words, times) => {
  expect(hearingsOf(words)).toBe(times);
});

it("gives from its own process what it gives here", async () => {
  expect(await hearInChild(work(spoken()))).toEqual(hearAgain(work(spoken())));
});

it("costs the error and nothing else when its process takes too long or too much", async () => {
  const limits = { cpuSeconds: 60, wallMs: 60_000, heapMib: 512, residentMib: 896 };
  expect(await hearWithin({ ...limits, wallMs: 1 }, work(spoken()))).toBeNull();
  expect(await hearWithin({ ...limits, heapMib: 4 }, work(spoken()))).toBeNull();
});

it("costs the error and nothing else when it breaks", async () => {
  expect(await hearInChild({ companyValues: VALUES, answers: [{} as SpokenAnswer] })).toBeNull();
});
