import { expect, test } from "vitest";
import { type Criterion, type CriterionScores, NO_SCORES } from "../../domain/criteria.ts";
import type { Found } from "./distinct-quotes.ts";
import { mergeSamples } from "./merge-samples.ts";
import type { Sample } from "./take-sample.ts";

const ANSWER = "I compared a queue with a nightly copy and chose the queue because a copy loses a day.";
const ALL = new Set<Criterion>(["technical", "communication"]);

function found(quote: string, note = "n", category: Criterion = "technical"): Found {
  const start = ANSWER.indexOf(quote);
  return { category, quote, note, start, end: start + quote.length };
}

function sample(technical: number | null, quotes: Found[] = [], more: Partial<Sample> = {}): Sample {
  const levels: CriterionScores = { ...NO_SCORES, technical, problem_solving: 50, cultural_fit: 50 };
  const words = { feedback: `Said at ${technical}.`, strengths: [], improvements: [] };
  return { levels, found: quotes, words, addressed: false, flags: [], ...more };
}

test("one sample is itself and never wavers", () => {
  expect(mergeSamples([sample(75)], ALL)).toMatchObject({ levels: { technical: 75 }, spread: { technical: 0 } });
});

test("a level stands when at least half of the samples have one", () => {
  expect(mergeSamples([sample(75), sample(null)], ALL).levels.technical).toBe(75);
  expect(mergeSamples([sample(75), sample(null), sample(null)], ALL).levels.technical).toBeNull();
  expect(mergeSamples([sample(75), sample(null), sample(null)], ALL).spread.technical).toBeNull();
});

test("what all samples together leave in one category alone is no score", () => {
  const only = (category: Criterion): Sample => {
    const levels: CriterionScores = { ...NO_SCORES, technical: 75 };
    return sample(75, [], { levels: { ...levels, [category]: 75 } });
  };
  const merged = mergeSamples([only("communication"), only("problem_solving"), only("cultural_fit")], ALL);
  expect(merged.levels).toEqual(NO_SCORES);
  expect(merged.flags).toEqual(["one_category"]);
});

test("disagreement counts for what the question asks for alone", () => {
  const apart = [sample(0), sample(100)];
  expect(mergeSamples(apart, ALL).flags).toEqual(["unstable_score"]);
  expect(mergeSamples(apart, new Set<Criterion>(["communication"])).flags).toEqual([]);
});

test("stretches that several samples chose are shown once, the more often chosen first, three at most, in the answer's order", () => {
  const long = found("I compared a queue with a nightly copy", "");
  const part = found("a queue with a nightly copy", "compares");
  const others = ["chose the queue", "because a copy", "loses a day"].map((quote) => found(quote));
  const merged = mergeSamples(
    [sample(75, [long, ...others]), sample(75, [part]), sample(75, [found("loses a day")])],
    ALL,
  );
  expect(merged.evidence.map(({ quote, note }) => [quote, note])).toEqual([
    ["a queue with a nightly copy", "compares"],
    ["chose the queue", "n"],
    ["loses a day", "n"],
  ]);
});

test("the words are those of the sample nearest to the mean whose words may be shown", () => {
  expect(mergeSamples([sample(100), sample(50), sample(75)], ALL).feedback).toBe("Said at 75.");
  const foreign = sample(75, [], { words: null, flags: ["words_left_out"] });
  const merged = mergeSamples([sample(100), foreign], ALL);
  expect(merged.feedback).toBe("Said at 100.");
  expect(merged.flags).toEqual([]);
  expect(mergeSamples([foreign], ALL)).toMatchObject({ feedback: "", flags: ["words_left_out"] });
});
