import { expect, test } from "vitest";
import { areApart, disagreement, modelsScore } from "./disagreement.ts";

const of = (...scores: (number | null)[]) => scores.map((score, at) => ({ model: `model-${at}`, score }));

test("what models gave together is the mean of those that gave anything", () => {
  expect(modelsScore(of(80, 61.5))).toBe(70.8);
  expect(modelsScore(of(80, null))).toBe(80);
  expect(modelsScore(of(null))).toBeNull();
  expect(modelsScore([])).toBeNull();
});

test("a disagreement is signed, and there is none where either found nothing", () => {
  expect(disagreement(79.1, 38)).toBe(41.1);
  expect(disagreement(20, 38.4)).toBe(-18.4);
  expect(disagreement(null, 38)).toBeNull();
  expect(disagreement(79, null)).toBeNull();
});

test("models are apart by more than one level, or where one of them alone found anything", () => {
  expect(areApart(of(50, 75))).toBe(false);
  expect(areApart(of(50, 75.1))).toBe(true);
  expect(areApart(of(50, null))).toBe(true);
  expect(areApart(of(null, null))).toBe(false);
  expect(areApart(of(90))).toBe(false);
});
