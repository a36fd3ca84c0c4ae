import { expect, test } from "vitest";
import type { Coverage } from "./coverage.ts";
import { CRITERIA, perCriterion } from "./criteria.ts";
import { lookReasons } from "./look-reasons.ts";
import { type Rules, recommend, type Scored } from "./recommend.ts";

const WHOLE: Coverage = {
  ...{ basis: "template", total: 5, asked: 5, answered: 5, scored: 5 },
  ...{ otherWords: 0, unvouched: 0, ofProgram: 0 },
} as const;
const RULES: Rules = { pass: 70, fail: 45, gatingCategories: CRITERIA, requirePersonToFail: false };
const SCORED: Scored = {
  overall: 80,
  categories: perCriterion(() => 60),
  evidenceCoverage: 1,
  needsPerson: false,
};

function reasons(given: Partial<Scored>, coverage: Partial<Coverage> = {}, rules: Partial<Rules> = {}) {
  const whole = { ...WHOLE, ...coverage };
  const scored = { ...SCORED, isIncomplete: Object.keys(coverage).length > 0, ...given };
  const all = { ...RULES, ...rules };
  const recommendation = recommend(scored, all);
  return { recommendation, found: lookReasons({ flagged: [], coverage: whole, scored, rules: all, recommendation }) };
}

test.each([
  [{ overall: 80 }, {}, {}, []],
  [{ overall: 20 }, {}, {}, []],
  [{ overall: 72 }, {}, {}, ["near_a_cut"]],
  [{ overall: 72, error: 0.5 }, {}, {}, []],
  [{ overall: 80, error: 5.2 }, {}, {}, ["band_crosses_cut"]],
  [{ overall: 60, error: 3 }, {}, {}, ["between_cuts"]],
  [{ overall: 20, countingShare: 0.75 }, {}, {}, ["not_readable"]],
  [{ overall: 60 }, {}, {}, ["between_cuts"]],
  [{ overall: 20 }, {}, { requirePersonToFail: true }, ["person_fails"]],
  [{ overall: 80, evidenceCoverage: 0.5 }, {}, {}, ["little_evidence"]],
  [{ overall: 80, categories: { ...SCORED.categories, technical: 10 } }, {}, {}, ["weak_category"]],
  [{ overall: null }, {}, {}, ["no_answers"]],
  [{ overall: 80 }, {}, { isProposed: true }, ["cuts_not_set"]],
  [{ overall: 71 }, {}, { isProposed: true }, ["cuts_not_set"]],
  [{ overall: 20, evidenceCoverage: 0.5 }, {}, { isProposed: true, requirePersonToFail: true }, ["cuts_not_set"]],
  [{ overall: null }, {}, { isProposed: true }, ["no_answers"]],
  [{ overall: 76, error: 4 }, {}, {}, ["band_crosses_cut"]],
  [{ overall: 80 }, { asked: 4, answered: 3, scored: 3 }, {}, ["not_all_asked", "not_all_answered"]],
  [{ overall: 80 }, { unvouched: 2, otherWords: 1 }, {}, ["unvouched_questions", "other_words"]],
  [{ overall: 20 }, { asked: 4, answered: 4, scored: 4 }, {}, ["not_all_asked"]],
] as const)("%j with %j and %j: %j", (scored, coverage, rules, expected) => {
  expect(reasons(scored, coverage, rules).found).toEqual(expected);
});

test("whoever is recommended to pass has no reason to be looked at, and whoever needs review has one", () => {
  for (let overall = 0; overall <= 100; overall += 2.5)
    for (const evidenceCoverage of [0.5, 1])
      for (const technical of [null, 10, 60])
        for (const coverage of [{}, { asked: 4, answered: 4, scored: 4 }, { answered: 4, scored: 4 }]) {
          const categories = { ...SCORED.categories, technical };
          const { recommendation, found } = reasons({ overall, evidenceCoverage, categories }, coverage);
          if (recommendation === "passed") expect(found).toEqual([]);
          if (recommendation === "needs_review") expect(found).not.toEqual([]);
        }
});
