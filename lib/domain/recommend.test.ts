import { describe, expect, test } from "vitest";
import { CRITERIA, type CriterionScores, perCriterion } from "./criteria.ts";
import { type Rules, recommend, type Scored } from "./recommend.ts";

const RULES: Rules = { pass: 70, fail: 45, gatingCategories: CRITERIA, requirePersonToFail: false };
const LEVEL: CriterionScores = perCriterion(() => 60);

function recommended(scored: Partial<Scored>, rules: Partial<Rules> = {}) {
  const given = { overall: 80, categories: LEVEL, evidenceCoverage: 1, needsPerson: false, ...scored };
  return recommend(given, { ...RULES, ...rules });
}

test.each([
  [100, "passed"],
  [75, "passed"],
  [74.9, "needs_review"],
  [70, "needs_review"],
  [60, "needs_review"],
  [50, "needs_review"],
  [45, "needs_review"],
  [40.1, "needs_review"],
  [40, "failed"],
  [0, "failed"],
  [null, "needs_review"],
] as const)("%s of 100 recommends %s", (overall, expected) => {
  expect(recommended({ overall })).toBe(expected);
});

test.each([90, 60, 20])("a flag that needs a person makes %s a matter for review", (overall) => {
  expect(recommended({ overall, needsPerson: true })).toBe("needs_review");
});

describe("a known error", () => {
  test.each([
    [80, 5.1, "passed"],
    [80, 5.2, "needs_review"], // 69.8 to 90.2
    [71, 0.5, "passed"],
    [30, 7.6, "failed"],
    [30, 7.7, "needs_review"],
    [44, 0.4, "failed"],
    [44, 0.5, "needs_review"],
    [100, 16.5, "needs_review"],
    [74, null, "needs_review"],
  ] as const)("of a score of %s that is %s recommends %s", (overall, error, expected) => {
    expect(recommended({ overall, error })).toBe(expected);
  });
});

test.each([80, 10])("where fewer than four in five questions count, %s recommends nothing", (overall) => {
  expect(recommended({ overall, countingShare: 0.79 })).toBe("needs_review");
  expect(recommended({ overall, countingShare: 0.8 })).not.toBe("needs_review");
});

describe("passing", () => {
  test.each([
    [50, "passed"],
    [49.9, "needs_review"],
    [null, "passed"], // not assessed: nothing speaks against it
  ] as const)("with a gating category at %s: %s", (technical, expected) => {
    expect(recommended({ categories: { ...LEVEL, technical } })).toBe(expected);
  });

  test("is not held by a category that the template does not gate", () => {
    const categories = { ...LEVEL, cultural_fit: 10 };
    expect(recommended({ categories }, { gatingCategories: ["technical"] })).toBe("passed");
  });

  test.each([
    [0.8, "passed"],
    [0.79, "needs_review"],
  ] as const)("with evidence behind %s of the questions: %s", (evidenceCoverage, expected) => {
    expect(recommended({ evidenceCoverage })).toBe(expected);
  });
});

describe("how near to a cut a person looks", () => {
  test.each([
    [3, 76, "passed"], // 5.88 points at a standard error of 3
    [3, 75.8, "needs_review"],
    [1, 72, "passed"],
    [0, 70, "passed"],
    [10, 20, "failed"],
    [13, 20, "needs_review"],
    [null, 74.9, "needs_review"],
  ] as const)("at a standard error of %s: %s recommends %s", (error, overall, expected) => {
    expect(recommended({ overall, error })).toBe(expected);
  });
});

test.each([0, 20, 44, 60, 72, 85, 100])("by cuts that are only proposed %s recommends nothing", (overall) => {
  expect(recommended({ overall }, { isProposed: true })).toBe("needs_review");
});

test("a gate that was set on the scorer's own scale counts instead of 50", () => {
  const categories = { ...LEVEL, technical: 34 };
  expect(recommended({ categories })).toBe("needs_review");
  expect(recommended({ categories }, { gate: 30 })).toBe("passed");
  expect(recommended({ categories }, { gate: 35 })).toBe("needs_review");
});

test("failing takes no evidence, and a template can ask for a person", () => {
  expect(recommended({ overall: 10, evidenceCoverage: 0 })).toBe("failed");
  expect(recommended({ overall: 10 }, { requirePersonToFail: true })).toBe("needs_review");
  expect(recommended({ overall: 90 }, { requirePersonToFail: true })).toBe("passed");
});

test("the template's own cuts count, also where they leave no room", () => {
  expect(recommended({ overall: 86 }, { pass: 80 })).toBe("passed");
  expect(recommended({ overall: 52 }, { pass: 50, fail: 50 })).toBe("needs_review");
});
