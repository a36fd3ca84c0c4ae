import { describe, expect, it } from "vitest";
import { type CriterionScores, EQUAL_WEIGHTS, perCriterion } from "./criteria.ts";
import { randomFrom } from "./random.ts";
import {
  answerError,
  bandOf,
  type MeasuredQuestion,
  QUESTION_SD,
  standardErrors,
  UNANCHORED_SD,
} from "./standard-error.ts";

const everywhere = (level: number | null): CriterionScores => perCriterion(() => level);

function question(level: number, more: Partial<MeasuredQuestion> = {}): MeasuredQuestion {
  const measured = { isLeftOut: false, samples: [], hearings: [], isUnanchored: false };
  return { type: "general", difficulty: "medium", levels: everywhere(level), shown: [], ...measured, ...more };
}
const errorsOf = (questions: MeasuredQuestion[]) => standardErrors(questions, EQUAL_WEIGHTS);

describe("by the choice of questions", () => {
  it("never looks exact with one question", () => {
    expect(errorsOf([question(70)])).toEqual({ criteria: everywhere(16.5), overall: 16.5 });
  });

  it("is less the more questions there are, and the more alike they are", () => {
    const of = (levels: number[]) => errorsOf(levels.map((level) => question(level))).overall ?? Number.NaN;
    expect(of([60, 60])).toBeLessThan(of([60]));
    expect(of([60, 60, 60, 60])).toBeLessThan(of([60, 60]));
    expect(of([60, 60, 60, 60])).toBeGreaterThan(0);
    expect(of([20, 100, 20, 100])).toBeGreaterThan(of([60, 60, 60, 60]));
  });

  it("is what is worked out by hand for four questions", () => {
    // (n - 1) s² = 20² + 0 + 0 + 20² = 800; (800 + 16.5²) / (3 + 1) / 4 = 67.0
    expect(errorsOf([40, 60, 60, 80].map((level) => question(level))).overall).toBe(8.2);
  });

  it("takes no error from a question that was left out, and counts it", () => {
    const [given, left] = [question(60), question(0, { isLeftOut: true })];
    expect(errorsOf([given, left]).overall).toBe(Math.round((QUESTION_SD / 2) * 10) / 10);
  });

  it("does not take a difference between criteria for one between questions", () => {
    const levels = { ...everywhere(20), technical: 90 };
    const alike = [1, 2, 3].map(() => question(0, { levels }));
    expect(errorsOf(alike).overall).toBe(errorsOf([1, 2, 3].map(() => question(50))).overall);
  });

  it("is the same in any order", () => {
    const random = randomFrom(7);
    const types = ["technical", "behavioral", "culture", "general"];
    const questions = types.map((type) =>
      question(random() * 100, { type, levels: perCriterion(() => random() * 100) }),
    );
    expect(errorsOf(questions.toReversed())).toEqual(errorsOf(questions));
  });
});

describe("by the reading", () => {
  it("adds what samples waver, less the more there are", () => {
    const sampled = (...levels: number[]) => question(60, { samples: levels.map(everywhere) });
    const of = (one: MeasuredQuestion) => errorsOf([one]).overall ?? Number.NaN;
    expect(of(sampled(50, 70))).toBe(19.3); // √(16.5² + 200 / 2)
    expect(of(sampled(50, 70, 50, 70))).toBeLessThan(of(sampled(50, 70)));
    expect(of(sampled(60))).toBe(QUESTION_SD);
  });

  it("adds how far plausible transcripts lie apart, as they are", () => {
    const heard = question(60, { hearings: [50, 70, 50, 70].map(everywhere) });
    expect(errorsOf([heard]).overall).toBe(20.1); // √(16.5² + 400 / 3)
    expect(answerError(heard)).toBe(11.5);
  });

  it("takes a hearing of which nothing can be told for the answer as it stands", () => {
    const heard = question(60, { hearings: [60, null, 60].map(everywhere) });
    expect(answerError(heard)).toBe(0);
  });

  it("widens what nobody wrote down what to expect of", () => {
    const unanchored = question(60, { isUnanchored: true });
    expect(errorsOf([unanchored]).overall).toBe(25.9); // √(16.5² + 20²)
    expect(answerError(unanchored)).toBe(UNANCHORED_SD);
  });

  it("says nothing of one answer where nothing is known", () => {
    expect(answerError(question(60))).toBeNull();
    expect(answerError(question(60, { samples: [everywhere(60)] }))).toBeNull();
  });
});

it("has no error where there is no score", () => {
  expect(errorsOf([])).toEqual({ criteria: everywhere(null), overall: null });
  const onlyTechnical = question(60, { type: "technical" });
  expect(errorsOf([onlyTechnical]).criteria.cultural_fit).toBeNull();
});

it("shows a criterion that nobody asked for with its error, and keeps it out of the overall one", () => {
  const asked = question(60, { type: "technical", shown: ["cultural_fit"] });
  const { criteria, overall } = errorsOf([asked]);
  expect(criteria.cultural_fit).toBe(QUESTION_SD);
  expect(overall).toBe(QUESTION_SD);
});

it.each([
  [58, 4.6, { low: 49, high: 67 }],
  [90, 10, { low: 70.4, high: 100 }],
  [3, 10, { low: 0, high: 22.6 }],
  [50, 0, { low: 50, high: 50 }],
  [null, 4, null],
  [50, null, null],
] as const)("a score of %s with an error of %s lies within %o", (score, error, band) => {
  expect(bandOf(score, error)).toEqual(band);
});

it("is a number from 0 up for whatever levels there are (seed 20261130)", () => {
  const random = randomFrom(20261130);
  const level = () => (random() < 0.1 ? null : Math.round(random() * 1000) / 10);
  const levels = () => perCriterion(level);
  for (let round = 0; round < 300; round += 1) {
    const questions = Array.from({ length: Math.floor(random() * 12) }, () =>
      question(0, {
        levels: levels(),
        type: ["technical", "culture", "situational", "anything"][Math.floor(random() * 4)] ?? "",
        samples: Array.from({ length: Math.floor(random() * 4) }, levels),
        hearings: Array.from({ length: Math.floor(random() * 4) }, levels),
        isLeftOut: random() < 0.2,
        isUnanchored: random() < 0.2,
      }),
    );
    const { criteria, overall } = errorsOf(questions);
    for (const error of [...Object.values(criteria), overall])
      if (error !== null) expect(error >= 0 && error <= 150, `${error} in round ${round}`).toBe(true);
  }
});
