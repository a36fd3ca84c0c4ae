import { expect, test } from "vitest";
import { nextWaitMs } from "./backoff.ts";

test("waits double from half a second up to fifteen", () => {
  const waits = [0];
  for (let time = 0; time < 8; time += 1) waits.push(nextWaitMs(waits.at(-1) ?? 0, 100));
  expect(waits.slice(1)).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
});

test("a minute of life forgives the past", () => {
  expect(nextWaitMs(15_000, 60_000)).toBe(500);
  expect(nextWaitMs(8_000, 59_999)).toBe(15_000);
});
