import { expect, it } from "vitest";
import { countParts, numbersOf, rangesOf } from "./part-ranges.ts";

it("reads what was stored as single numbers, and keeps ranges as they are", () => {
  expect(rangesOf([3, 4, 5, 9])).toEqual([
    [3, 5],
    [9, 9],
  ]);
  expect(rangesOf([[0, 99_999]])).toEqual([[0, 99_999]]);
});

it("counts without counting one by one, and names no more than it is asked to", () => {
  const claimed = [[2, 4] as const, [10, 2_000_000_000] as const];
  expect(countParts(claimed)).toBe(3 + 1_999_999_991);
  expect(numbersOf(claimed, 5)).toEqual([2, 3, 4, 10, 11]);
});
