import { expect, test } from "vitest";
import { perCriterion } from "../../domain/criteria.ts";
import type { Findings } from "./findings.ts";
import { CEILING, categoryLevels } from "./levels.ts";

const PERFECT: Findings = {
  experience: false,
  described: false,
  sentences: [],
  terms: { value: 1, named: ["index"], missing: [] },
  ideal: 1,
  density: 1,
  topical: 1,
  things: 40,
  concrete: 1,
  related: 1,
  reasoning: { value: 1, cues: [] },
  parts: { situation: null, task: null, action: null, result: null },
  story: 1,
  specificity: { value: 1, numbers: 0, names: [], actions: 0, hedges: 0, claims: 0 },
  breadth: 1,
  wording: 1,
  values: { value: 1, shown: [] },
};

test("a perfect answer reaches the ceiling in every category and nothing goes beyond", () => {
  expect(categoryLevels("technical", PERFECT, 100)).toEqual(perCriterion(() => CEILING));
});

test("a gate's cap holds every level down", () => {
  expect(Math.max(...Object.values(categoryLevels("technical", PERFECT, 20)).map((level) => level ?? 0))).toBe(20);
});

test("the finest form about something else earns nothing where the template says what is right", () => {
  const elsewhere = { ...PERFECT, terms: { value: 0, named: [], missing: ["index"] }, ideal: 0, density: 0 };
  for (const level of Object.values(categoryLevels("technical", elsewhere, 100))) expect(level).toBe(0);
});

test("how it is told makes more or less of what is said, and never more than what is said", () => {
  const plain = { ...PERFECT, breadth: 0, story: 0, specificity: { ...PERFECT.specificity, value: 0 } };
  const [told, bare] = [PERFECT, plain].map(
    (findings) => categoryLevels("behavioral", findings, 100).cultural_fit ?? 0,
  );
  expect(bare).toBeGreaterThan(0);
  expect(bare).toBeLessThan(told ?? 0);
});

test("where nothing is expected, no form reaches what would be excellent", () => {
  const unstated = { ...PERFECT, terms: null, ideal: null };
  for (const level of Object.values(categoryLevels("behavioral", unstated, 100))) expect(level).toBeLessThan(50);
});
