import { expect, test } from "vitest";
import { perCriterion } from "../../domain/criteria.ts";
import type { Findings } from "./findings.ts";
import { CEILING, categoryLevels, substance } from "./levels.ts";

const PERFECT: Findings = {
  experience: false,
  described: false,
  sentences: [],
  terms: { value: 1, named: ["index"], missing: [] },
  ideal: 1,
  related: 1,
  working: 2,
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

test("fine form about something else keeps less than a third", () => {
  const elsewhere = categoryLevels(
    "technical",
    { ...PERFECT, terms: { value: 0, named: [], missing: ["index"] }, ideal: 0, related: 0 },
    100,
  );
  for (const level of Object.values(elsewhere)) expect(level).toBeLessThan(CEILING / 3);
});

test("what is not known is not counted", () => {
  expect(substance({ ...PERFECT, ideal: null, terms: { value: 0.4, named: [], missing: [] } })).toBe(0.4);
  expect(substance({ ...PERFECT, ideal: 0.7, terms: null })).toBeCloseTo(0.7, 10);
  expect(substance({ ...PERFECT, ideal: null, terms: null, related: null })).toBe(1);
});

test("where nothing is expected, hardly speaking of work takes a little, and speaking of no work at all takes much", () => {
  const unstated = { ...PERFECT, terms: null, ideal: null };
  expect(categoryLevels("behavioral", { ...unstated, related: 0, working: 1 }, 100).communication).toBeCloseTo(
    CEILING * 0.85,
    0,
  );
  expect(categoryLevels("behavioral", { ...unstated, related: 0, working: 0 }, 100).communication).toBeLessThan(30);
  expect(categoryLevels("behavioral", { ...unstated, related: 0 }, 100).communication).toBe(CEILING);
  expect(categoryLevels("behavioral", { ...unstated, related: null }, 100).communication).toBe(CEILING);
});

test("where nothing is expected, a sentence or two earns less than a told answer of the same form", () => {
  const unstated = { ...PERFECT, terms: null, ideal: null };
  const brief = categoryLevels("behavioral", { ...unstated, breadth: 0.2 }, 100).cultural_fit ?? 0;
  expect(brief).toBeLessThan(
    (categoryLevels("behavioral", { ...unstated, breadth: 0.4 }, 100).cultural_fit ?? 0) * 0.85,
  );
});

test("where an experience is asked for, an ideal answer decides less than where something is right or wrong", () => {
  const missed = { ...PERFECT, ideal: 0, terms: null };
  const [told, known] = ["behavioral", "technical"].map(
    (type) => categoryLevels(type, missed, 100).problem_solving ?? 0,
  );
  expect(told).toBeGreaterThan((known ?? 0) + 30);
});

test("an experience told well without the keywords keeps two thirds of what the telling shows", () => {
  const unnamed = { ...PERFECT, ideal: null, terms: { value: 0, named: [], missing: ["deadline"] } };
  const [told, known] = ["behavioral", "technical"].map((type) => categoryLevels(type, unnamed, 100).technical ?? 0);
  expect(told).toBeCloseTo(CEILING * (0.6 * (2 / 3) + 0.4), 0);
  expect(known).toBeLessThan(told ?? 0);
});
