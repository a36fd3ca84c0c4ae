import { expect, it } from "vitest";
import { randomFrom } from "../domain/random.ts";
import { LEAST_PEOPLE } from "./least.ts";
import { cronbachAlpha, splitHalf, standardError } from "./reliability.ts";

/** Variances 5/3 and 3, of the totals 26/3. */
const FOUR = [
  [1, 2],
  [2, 3],
  [3, 3],
  [4, 6],
];

it("takes alpha, the halves and the standard error as by hand", () => {
  const alpha = cronbachAlpha(FOUR, 4);
  expect(alpha.value).toBeCloseTo(12 / 13, 10);
  const r = 2 / Math.sqrt(5);
  expect(splitHalf(FOUR, 4).value).toBeCloseTo((2 * r) / (1 + r), 10);
  const totals = FOUR.map(([a = 0, b = 0]) => a + b);
  expect(standardError(totals, alpha).value).toBeCloseTo(Math.sqrt(26 / 3 / 13), 10);
});

it("is 1 where every part says the same, and errs by nothing", () => {
  const people = Array.from({ length: 40 }, (_, at) => [at, at, at]);
  const alpha = cronbachAlpha(people);
  expect(alpha.value).toBeCloseTo(1, 10);
  expect(standardError([1, 2, 3], alpha).value).toBeCloseTo(0, 5);
});

it("errs by as much as all differ where the parts speak against each other", () => {
  const people = Array.from({ length: 40 }, (_, at) => [at, -at + (at % 2)]);
  const alpha = cronbachAlpha(people);
  expect(alpha.value).toBeLessThan(0);
  expect(standardError([1, 2, 3], alpha).value).toBe(1);
});

it("says too few instead of a number, and nothing of parts that do not vary or of a single one", () => {
  const few = Array.from({ length: LEAST_PEOPLE - 1 }, (_, at) => [at, at]);
  expect(cronbachAlpha(few)).toMatchObject({ n: LEAST_PEOPLE - 1, value: null, why: "too_few" });
  expect(standardError([1, 2], splitHalf(few))).toMatchObject({ value: null, why: "too_few" });
  const alike = Array.from({ length: 40 }, () => [3, 4]);
  expect(cronbachAlpha(alike)).toMatchObject({ value: null, why: "no_variance" });
  const single = Array.from({ length: 40 }, (_, at) => [at]);
  expect(cronbachAlpha(single)).toMatchObject({ value: null });
  expect(splitHalf(single)).toMatchObject({ value: null });
});

it("refuses people with other parts than the first", () => {
  expect(() => cronbachAlpha([[1, 2], [1]], 1)).toThrow(RangeError);
});

it("is never above 1 and does not hang on the order of people or parts", () => {
  const random = randomFrom(77);
  for (let round = 0; round < 200; round++) {
    const parts = 2 + Math.floor(random() * 6);
    const people = Array.from({ length: 30 + Math.floor(random() * 20) }, () => {
      const ability = random() * 50;
      return Array.from({ length: parts }, () => ability + random() * 50);
    });
    const alpha = cronbachAlpha(people).value ?? Number.NaN;
    expect(alpha).toBeLessThanOrEqual(1);
    expect(splitHalf(people).value).toBeLessThanOrEqual(1);
    expect(cronbachAlpha(people.toReversed().map((row) => row.toReversed())).value).toBeCloseTo(alpha, 10);
    expect(splitHalf(people.toReversed()).value).toBeCloseTo(splitHalf(people).value ?? 0, 10);
  }
});
