import { expect, test } from "vitest";
import { EQUAL_WEIGHTS, NO_SCORES, perCriterion } from "./criteria.ts";
import { overallScore, roundToTenth, weightedMean } from "./scoring.ts";

const SCORES = { ...NO_SCORES, technical: 85.5, communication: 78.2, problem_solving: 68.4, cultural_fit: 70.4 };

test("the guide's four scores give the guide's overall score", () => {
  expect(overallScore(SCORES)).toBe(75.6);
});

test("weights move the overall score, and what was not assessed does not", () => {
  expect(overallScore(SCORES, { ...EQUAL_WEIGHTS, technical: 3 })).toBe(78.9);
  expect(overallScore({ ...SCORES, cultural_fit: null })).toBe(77.4);
  expect(overallScore(SCORES, { ...perCriterion(() => 0), technical: 1 })).toBe(85.5);
});

test("without a single score there is no overall score", () => {
  expect(overallScore(NO_SCORES)).toBeNull();
  expect(weightedMean([{ value: 50, weight: 0 }])).toBeNull();
});

test("a true zero stays a zero", () => {
  expect(overallScore(perCriterion(() => 0))).toBe(0);
});

test("halves are rounded up, also where binary fractions fall short", () => {
  expect([0.05, 1.25, 75.625, 8.35].map(roundToTenth)).toEqual([0.1, 1.3, 75.6, 8.4]);
});
