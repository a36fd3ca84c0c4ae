import { expect, test } from "vitest";
import { nextDelayMs, RETRY_DELAYS_MS } from "./webhook-retries.ts";

test("tries go on for three days and some hours", () => {
  const hours = RETRY_DELAYS_MS.reduce((sum, delay) => sum + delay, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(72);
  expect(hours).toBeLessThan(76);
});

test("waits grow, with a tenth of jitter at most, and end", () => {
  expect(nextDelayMs(1, null, 0)).toBe(5_000);
  expect(nextDelayMs(1, null, 1)).toBe(5_500);
  expect(nextDelayMs(9, null, 0)).toBe(24 * 3_600_000);
  expect(nextDelayMs(10, null, 0)).toBeNull();
});

test("a receiver that asks for more time gets it, up to a day", () => {
  expect(nextDelayMs(1, 600, 0)).toBe(600_000);
  expect(nextDelayMs(3, 1, 0)).toBe(30 * 60_000);
  expect(nextDelayMs(1, 999_999, 0)).toBe(24 * 3_600_000);
});
