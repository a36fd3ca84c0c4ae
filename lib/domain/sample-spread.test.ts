import { expect, test } from "vitest";
import { type CriterionScores, NO_SCORES } from "./criteria.ts";
import { categorySpread, standardDeviation } from "./sample-spread.ts";

const all = (level: number): CriterionScores => ({
  ...NO_SCORES,
  technical: level,
  communication: level,
  problem_solving: level,
});
const question = (...samples: number[]) => ({
  type: "technical",
  difficulty: "medium",
  shown: [],
  levels: all(samples.reduce((sum, level) => sum + level, 0) / samples.length),
  samples: samples.map(all),
});

test("the standard deviation is the population's", () => {
  expect(standardDeviation([50, 75, 100])).toBeCloseTo(20.412, 3);
  expect(standardDeviation([70])).toBe(0);
  expect(standardDeviation([])).toBeNull();
});

test("samples that differ show in the spread, and averaging over questions shrinks it", () => {
  expect(categorySpread([question(50, 75, 100)])).toEqual({ ...all(20.4), cultural_fit: null });
  expect(categorySpread([question(50, 75, 100), question(75, 75, 75)]).technical).toBe(10.2);
});

test("one sample does not waver, nothing assessed has no spread", () => {
  expect(categorySpread([question(60)])).toEqual({ ...all(0), cultural_fit: null });
  expect(categorySpread([])).toEqual(NO_SCORES);
});

test("a question with fewer samples stands with its mean", () => {
  expect(categorySpread([question(50, 100), question(60)]).technical).toBe(12.5);
});
