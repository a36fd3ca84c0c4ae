import { expect, it } from "vitest";
import { randomFrom } from "../domain/random.ts";
import { type Rating, ratingsReport } from "./ratings-report.ts";

const random = randomFrom(31);
const CRITERIA = ["technical", "communication"];

/** Forty interviews that two people and a machine rated, who hear the same with an ear of their own each. */
const RATINGS: Rating[] = Array.from({ length: 40 }, (_, at) => at).flatMap((at) => {
  const ability = random() * 80;
  const heard = () => ability + random() * 20;
  return CRITERIA.map((criterion) => ({
    ...{ interview: `i${at}`, scorer: "rubric 9", criterion, machine: heard() - 5 },
    ...{ human: { ada: heard(), bob: heard() }, words: 50 + Math.floor(random() * 100) },
    month: at < 32 ? "2026-10" : "2026-11",
  }));
});

it("reports a scorer beside people in each criterion, with how many each figure rests on", () => {
  const { criteria, scorers } = ratingsReport(RATINGS);
  expect(criteria.map(({ criterion }) => criterion)).toEqual(["communication", "technical"]);
  for (const each of criteria) {
    expect(each).toMatchObject({ agreement: { n: 40 }, humanHuman: { n: 40 }, degradation: { n: 40 } });
    expect(each.agreement.value).toBeGreaterThan(0.7);
    expect(each.meanDifference.value).toBeLessThan(0);
    expect(each.lengthPartialled.value).toBeGreaterThan(0.7);
    expect(Math.abs(each.degradation.value ?? 1)).toBeLessThan(0.1);
  }
  expect(scorers).toMatchObject([{ scorer: "rubric 9", criteria: ["communication", "technical"], alpha: { n: 40 } }]);
  expect(scorers[0]?.standardError.value).toBeGreaterThan(0);
});

it("tells each month by itself, and of a month with few only how many", () => {
  const [first] = ratingsReport(RATINGS).criteria;
  expect(first?.drift.map(({ month, mean, agreement }) => [month, mean.n, agreement.n])).toEqual([
    ["2026-10", 32, 32],
    ["2026-11", 8, 8],
  ]);
  expect(first?.drift[0]?.mean.value).toEqual(expect.any(Number));
  expect(first?.drift[1]).toMatchObject({ mean: { why: "too_few" }, agreement: { why: "too_few" } });
});

it("sees a machine that hears worse than people", () => {
  const deaf = RATINGS.map((rating) => ({ ...rating, machine: random() * 100 }));
  for (const { degradation } of ratingsReport(deaf).criteria) expect(degradation.value).toBeLessThan(-0.1);
});

it("does not hang on the order of the ratings or of the raters", () => {
  const turned = RATINGS.toReversed().map((rating) => {
    const human = Object.fromEntries(Object.entries(rating.human).reverse());
    return { ...rating, human };
  });
  const rounded = (report: unknown) =>
    JSON.parse(JSON.stringify(report), (_, value) => (typeof value === "number" ? Math.round(value * 1e9) : value));
  expect(rounded(ratingsReport(turned))).toEqual(rounded(ratingsReport(RATINGS)));
});

it("says too few of what one person rated, what the machine left out, and nothing at all", () => {
  const alone = RATINGS.map(({ human, ...rating }) => ({ ...rating, human: { ada: human.ada ?? 0 } }));
  expect(ratingsReport(alone).criteria[0]).toMatchObject({
    agreement: { n: 40 },
    humanHuman: { n: 0, why: "too_few" },
  });
  const unscored = RATINGS.map((rating) => ({ ...rating, machine: null }));
  const { criteria, scorers } = ratingsReport(unscored);
  expect(criteria[0]).toMatchObject({ agreement: { n: 0, why: "too_few" }, humanHuman: { n: 40 }, drift: [] });
  expect(scorers[0]).toMatchObject({ alpha: { n: 0, why: "too_few" }, standardError: { value: null } });
  expect(ratingsReport([])).toEqual({ criteria: [], scorers: [] });
});

it("takes an interview that lacks a criterion out of the reliability alone", () => {
  const { scorers, criteria } = ratingsReport(RATINGS.slice(1));
  expect(scorers[0]?.alpha.n).toBe(39);
  expect(criteria.map(({ agreement }) => agreement.n)).toEqual([40, 39]);
});
