import { expect, test } from "vitest";
import type { Findings } from "./findings.ts";
import { focusOf, kindOf } from "./focus.ts";

const FINDINGS: Findings = {
  sentences: [],
  terms: null,
  ideal: null,
  related: 0,
  working: true,
  reasoning: { value: 1, cues: [] },
  parts: { situation: null, task: null, action: null, result: null },
  story: 1,
  specificity: { value: 1, numbers: 0, names: [], actions: 0, hedges: 0, claims: 0 },
  breadth: 1,
  wording: 1,
  values: { value: 1, shown: [] },
};

test("an ideal answer says what is right, except of an experience; keywords alone do not", () => {
  expect(kindOf("technical", { ...FINDINGS, ideal: 0 })).toBe("known");
  expect(kindOf("situational", { ...FINDINGS, ideal: 0 })).toBe("known");
  expect(kindOf("technical", FINDINGS)).toBe("open");
  expect(kindOf("behavioural", { ...FINDINGS, ideal: 0 })).toBe("told");
});

test("missing everything that is expected leaves a third where it could be known, and most where it is told", () => {
  const missed = { ...FINDINGS, ideal: 0 };
  expect(focusOf("known", true, missed)).toBeCloseTo(0.3, 10);
  expect(focusOf("told", true, missed)).toBeCloseTo(0.85, 10);
});

test("where nothing is expected, talk about no work at all keeps least", () => {
  expect(focusOf("told", false, FINDINGS)).toBeCloseTo(0.85, 10);
  expect(focusOf("told", false, { ...FINDINGS, working: false })).toBeCloseTo(0.3, 10);
  expect(focusOf("told", false, { ...FINDINGS, related: 0.5 })).toBe(1);
});
