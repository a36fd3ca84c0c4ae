import { expect, test } from "vitest";
import { saturate } from "./saturate.ts";

test("runs from 0 to 1, each step adding less than the one before", () => {
  const steps = [0, 0.25, 0.5, 0.75, 1].map((share) => saturate(share, 2.5));
  expect(steps[0]).toBe(0);
  expect(steps.at(-1)).toBeCloseTo(1, 10);
  const gains = steps.slice(1).map((value, at) => value - (steps[at] ?? 0));
  expect(gains).toEqual([...gains].sort((a, b) => b - a));
  expect(saturate(7, 1)).toBe(1);
  expect(saturate(-1, 1)).toBe(0);
});
