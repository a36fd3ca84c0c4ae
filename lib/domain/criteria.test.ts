import { expect, test } from "vitest";
import { byCriterion, CRITERIA, CRITERION_KEY, isDocumented, NO_SCORES, SCORE_FIELD_NAMES } from "./criteria.ts";

test("every key that is built in has the shape that a template's own will have", () => {
  for (const criterion of CRITERIA) expect(criterion).toMatch(CRITERION_KEY);
  for (const other of ["", "1st", "Tech", "a-b", "a b", "é", "x".repeat(41)]) expect(other).not.toMatch(CRITERION_KEY);
});

test("the document's four come first, and every criterion has a name on the wire", () => {
  expect(CRITERIA.filter(isDocumented)).toEqual(["technical", "communication", "problem_solving", "cultural_fit"]);
  expect(SCORE_FIELD_NAMES).toHaveLength(CRITERIA.length);
});

test("rows are read by their keys, whatever their order, and what nobody knows is left out", () => {
  const rows = [
    { criterion: "own_of_a_template", score: 1, spread: 1 },
    { criterion: "communication", score: 78.2, spread: null },
    { criterion: "technical", score: 0, spread: 1.5 },
  ];
  expect(byCriterion(rows, "score")).toEqual({ ...NO_SCORES, technical: 0, communication: 78.2 });
  expect(byCriterion(rows, "spread")).toEqual({ ...NO_SCORES, technical: 1.5 });
  expect(byCriterion([], "score")).toEqual(NO_SCORES);
});
