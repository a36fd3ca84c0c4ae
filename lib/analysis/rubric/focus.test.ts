import { expect, test } from "vitest";
import type { Findings } from "./findings.ts";
import { focusOf, kindOf } from "./focus.ts";

const FINDINGS: Findings = {
  experience: false,
  described: false,
  sentences: [],
  terms: null,
  ideal: null,
  related: 0,
  working: 2,
  reasoning: { value: 1, cues: [] },
  parts: { situation: null, task: null, action: null, result: null },
  story: 1,
  specificity: { value: 1, numbers: 0, names: [], actions: 0, hedges: 0, claims: 0 },
  breadth: 1,
  wording: 1,
  values: { value: 1, shown: [] },
};

test("an ideal answer says what is right, except of a situation or an experience; keywords alone do not", () => {
  expect(kindOf("technical", { ...FINDINGS, ideal: 0 })).toBe("known");
  expect(kindOf("situational", { ...FINDINGS, ideal: 0 })).toBe("open");
  expect(kindOf("technical", FINDINGS)).toBe("open");
  expect(kindOf("behavioural", { ...FINDINGS, ideal: 0 })).toBe("told");
});

test("a question entered as technical may ask for an experience, and an ideal answer may only describe a good one", () => {
  expect(kindOf("technical", { ...FINDINGS, ideal: 0, experience: true })).toBe("told");
  expect(kindOf("technical", { ...FINDINGS, ideal: 0, described: true })).toBe("open");
});

test("missing everything that is expected leaves a third where it could be known, and all of it where it is told of work", () => {
  const missed = { ...FINDINGS, ideal: 0 };
  expect(focusOf("known", true, missed)).toBeCloseTo(0.3, 10);
  expect(focusOf("told", true, missed)).toBe(1);
  expect(focusOf("told", true, { ...missed, working: 0 })).toBeCloseTo(0.3, 10);
});

test("where nothing is expected, talk about no work at all keeps least", () => {
  expect(focusOf("told", false, FINDINGS)).toBe(1);
  expect(focusOf("told", false, { ...FINDINGS, working: 1 })).toBeCloseTo(0.85, 10);
  expect(focusOf("told", false, { ...FINDINGS, working: 0 })).toBeCloseTo(0.3, 10);
  expect(focusOf("told", false, { ...FINDINGS, working: 0, related: 0.5 })).toBe(1);
});
