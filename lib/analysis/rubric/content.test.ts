import { expect, test } from "vitest";
import { contentOf, kindOf, statedContent } from "./content.ts";
import type { Findings } from "./findings.ts";

const FINDINGS: Findings = {
  experience: false,
  described: false,
  sentences: [],
  terms: null,
  ideal: null,
  density: 0.5,
  topical: 0.5,
  things: 30,
  concrete: 1,
  related: 0,
  reasoning: { value: 1, cues: [] },
  parts: { situation: null, task: null, action: null, result: null },
  story: 1,
  specificity: { value: 1, numbers: 0, names: [], actions: 0, hedges: 0, claims: 0 },
  breadth: 1,
  wording: 1,
  values: { value: 1, shown: [] },
};
const named = (value: number) => ({ value, named: [], missing: [] });

test("an ideal answer says what is right, except of a situation or an experience; keywords alone do not", () => {
  expect(kindOf("technical", { ...FINDINGS, ideal: 0 })).toBe("known");
  expect(kindOf("situational", { ...FINDINGS, ideal: 0 })).toBe("open");
  expect(kindOf("technical", FINDINGS)).toBe("open");
  expect(kindOf("behavioural", { ...FINDINGS, ideal: 0 })).toBe("told");
});

test("a question entered as technical may ask for an experience, and an ideal answer may only describe a good one", () => {
  expect(kindOf("technical", { ...FINDINGS, ideal: 0, experience: true })).toBe("told");
  expect(kindOf("technical", { ...FINDINGS, ideal: 0, described: true })).toBe("open");
  expect(kindOf("behavioral", { ...FINDINGS, ideal: 0, described: true })).toBe("described");
});

test("nothing is stated where the question has neither an ideal answer nor keywords of its own", () => {
  expect(statedContent("open", FINDINGS)).toBeNull();
  expect(statedContent("open", { ...FINDINGS, terms: named(0.4) })).toBe(0.4);
  expect(statedContent("known", { ...FINDINGS, ideal: 0.5 })).toBeGreaterThan(0.4);
});

test("what is met by accident is nothing, and the more words, the more is met by accident", () => {
  for (const kind of ["known", "open", "told"] as const)
    expect(statedContent(kind, { ...FINDINGS, ideal: 0.02 })).toBe(0);
  const met = { ...FINDINGS, ideal: 0.12 };
  expect(statedContent("told", { ...met, things: 20 })).toBeGreaterThan(0.5);
  expect(statedContent("told", { ...met, things: 200 })).toBe(0);
});

test("talk of something else beside it takes from what is met", () => {
  const met = { ...FINDINGS, ideal: 0.4 };
  expect(statedContent("known", { ...met, density: 0.6 })).toBeGreaterThan(
    (statedContent("known", { ...met, density: 0.1 }) ?? 0) * 1.5,
  );
});

test("keywords that are named without anything said of them count as far as something is said", () => {
  const said = (ideal: number, terms: number) =>
    statedContent("known", { ...FINDINGS, ideal, terms: named(terms) }) ?? 0;
  expect(said(0, 1)).toBe(0);
  expect(said(0.15, 1)).toBeLessThan(said(0.15, 0) * 1.3);
});

test("where the ideal answer says what is right, telling something else concretely earns nothing", () => {
  expect(contentOf("known", { ...FINDINGS, ideal: 0 })).toBe(0);
  expect(contentOf("told", { ...FINDINGS, ideal: 0 })).toBeLessThan(0.25);
});

test("a description that general talk meets counts as far as something was lived", () => {
  const met = { ...FINDINGS, ideal: 0.3, described: true };
  expect(contentOf("described", { ...met, concrete: 0.2 })).toBeLessThan(contentOf("described", met) / 2);
});

test("where nobody wrote anything down, nobody earns more than half and a bit", () => {
  expect(contentOf("open", { ...FINDINGS, topical: 1 })).toBeLessThanOrEqual(0.5);
  expect(contentOf("open", { ...FINDINGS, topical: 0.05 })).toBe(0);
});
