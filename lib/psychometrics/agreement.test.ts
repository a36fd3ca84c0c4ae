import { describe, expect, it } from "vitest";
import { randomFrom } from "../domain/random.ts";
import { correlation, type Pair, quadraticWeightedKappa, standardizedMeanDifference } from "./agreement.ts";
import { LEAST_PAIRS } from "./least.ts";
import { lengthPartialled, rankCorrelation } from "./rank-correlation.ts";

const pairsOf = (first: number[], second: number[]): Pair[] => first.map((a, at) => [a, second[at] ?? 0]);

describe("quadratic weighted kappa", () => {
  // The examples that come with the measure of the Hewlett essay prize (Hamner 2012).
  it.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 1], [1, 2, 2], 0.4],
    [[1, 2, 3, 1, 2, 3], [1, 2, 3, 1, 3, 2], 0.75],
  ])("of %j and %j is %d", (first, second, kappa) => {
    expect(quadraticWeightedKappa(pairsOf(first, second), 2).value).toBeCloseTo(kappa, 10);
  });

  it("is what Cohen's table of weights says, for any grades", () => {
    const random = randomFrom(11);
    for (let round = 0; round < 50; round++) {
      const grades = 2 + Math.floor(random() * 4);
      const grade = () => Math.floor(random() * grades);
      const pairs = Array.from({ length: 40 }, (): Pair => [grade(), grade()]);
      expect(quadraticWeightedKappa(pairs).value).toBeCloseTo(byTable(pairs, grades), 10);
    }
  });

  it("of opposite grades is −1, and of grades that do not vary there is none", () => {
    expect(quadraticWeightedKappa(pairsOf([0, 1], [1, 0]), 2).value).toBe(-1);
    expect(quadraticWeightedKappa(pairsOf([2, 2], [2, 2]), 2)).toEqual({ n: 2, value: null, why: "no_variance" });
  });
});

/** 1 − Σ w·observed ÷ Σ w·expected, w = (i − j)² (Cohen 1968). */
function byTable(pairs: Pair[], grades: number): number {
  let [observed, expected] = [0, 0];
  for (let i = 0; i < grades; i++) {
    for (let j = 0; j < grades; j++) {
      const [firsts, seconds] = [pairs.filter(([a]) => a === i).length, pairs.filter(([, b]) => b === j).length];
      observed += (i - j) ** 2 * pairs.filter(([a, b]) => a === i && b === j).length;
      expected += ((i - j) ** 2 * firsts * seconds) / pairs.length;
    }
  }
  return 1 - observed / expected;
}

it("takes the standardised mean difference by the pooled deviation, second less first", () => {
  // deviations 1 and 3: √((1 + 9) ÷ 2) = √5; means 2 and 7
  expect(standardizedMeanDifference(pairsOf([1, 2, 3], [4, 7, 10]), 3).value).toBeCloseTo(5 / Math.sqrt(5), 10);
});

it("takes what length brings about out of a rank correlation", () => {
  const cases = [
    { human: 10, machine: 20, words: 30 },
    { human: 20, machine: 30, words: 90 },
    { human: 30, machine: 70, words: 40 },
    { human: 40, machine: 60, words: 200 },
  ];
  expect(rankCorrelation(pairsOf([10, 20, 30, 40], [20, 30, 70, 60]), 4).value).toBeCloseTo(0.8, 10);
  // (.8 − .8 × .4) ÷ √((1 − .64)(1 − .16))
  expect(lengthPartialled(cases, 4).value).toBeCloseTo(0.48 / Math.sqrt(0.36 * 0.84), 10);
});

it("finds nothing left of scores that are counted words", () => {
  const random = randomFrom(5);
  const cases = Array.from({ length: 40 }, (_, at) => ({ human: random(), machine: at, words: at * 3 }));
  expect(lengthPartialled(cases)).toEqual({ n: 40, value: null, why: "no_variance" });
});

it("gives those who tie the mean of their places", () => {
  // ranks 1.5 1.5 3 against 1 2 3: √(3) ÷ 2
  expect(rankCorrelation(pairsOf([5, 5, 9], [1, 2, 3]), 3).value).toBeCloseTo(Math.sqrt(3) / 2, 10);
});

it("says too few instead of a number, and how many there are", () => {
  const pairs = Array.from({ length: LEAST_PAIRS - 1 }, (_, at): Pair => [at, at]);
  const cases = pairs.map(([human, machine]) => ({ human, machine, words: human % 7 }));
  for (const measured of [
    quadraticWeightedKappa(pairs),
    standardizedMeanDifference(pairs),
    rankCorrelation(pairs),
    lengthPartialled(cases),
    quadraticWeightedKappa([]),
  ]) {
    expect(measured).toMatchObject({ value: null, why: "too_few" });
  }
});

it("stays within its bounds and does not hang on the order of the cases", () => {
  const random = randomFrom(2026);
  for (let round = 0; round < 200; round++) {
    const spread = random() < 0.2 ? 3 : 100;
    const score = () => (random() < 0.3 ? Math.floor(random() * spread) : random() * spread);
    const cases = Array.from({ length: 30 + Math.floor(random() * 40) }, () => ({
      ...{ human: score(), machine: score(), words: Math.floor(random() * 400) },
    }));
    const [told, shuffled] = [cases, cases.toSorted(() => random() - 0.5)].map((each) => {
      const pairs = each.map(({ human, machine }): Pair => [human, machine]);
      return {
        kappa: quadraticWeightedKappa(pairs).value,
        apart: standardizedMeanDifference(pairs).value,
        ranks: rankCorrelation(pairs).value,
        left: lengthPartialled(each).value,
        plain: correlation(pairs),
      };
    });
    for (const [name, value] of Object.entries(told ?? {})) {
      expect(Number.isFinite(value), name).toBe(true);
      expect(shuffled?.[name as keyof typeof shuffled], name).toBeCloseTo(value ?? 0, 10);
      if (name !== "apart") expect(Math.abs(value ?? 0), name).toBeLessThanOrEqual(1);
    }
  }
});

it("turns the mean difference round with the sides, and nothing else", () => {
  const random = randomFrom(3);
  const pairs = Array.from({ length: 50 }, (): Pair => [random() * 100, random() * 80]);
  const turned = pairs.map(([a, b]): Pair => [b, a]);
  expect(standardizedMeanDifference(turned).value).toBeCloseTo(-(standardizedMeanDifference(pairs).value ?? 0), 10);
  expect(quadraticWeightedKappa(turned).value).toBeCloseTo(quadraticWeightedKappa(pairs).value ?? 0, 10);
});
