import { afterEach, beforeEach, expect, test, vi } from "vitest";

let onceAMinute: typeof import("./once-a-minute.ts").onceAMinute;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  ({ onceAMinute } = await import("./once-a-minute.ts"));
});
afterEach(() => void vi.useRealTimers());

function written() {
  const told: { count: number; together: boolean }[] = [];
  return { told, write: async (each: { count: number; together: boolean }) => void told.push(each) };
}

test("what happens a hundred times in a minute is one row at once and one when the minute is over", async () => {
  const { told, write } = written();
  for (let time = 0; time < 100; time++) await onceAMinute("guess", "203.0.113.7", write);
  expect(told).toEqual([{ count: 1, together: false }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.map(({ count }) => count)).toEqual([1, 99]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(told).toHaveLength(2);
  await onceAMinute("guess", "203.0.113.7", write);
  expect(told.map(({ count }) => count)).toEqual([1, 99, 1]);
});

test("a thousand addresses in a minute do not make a thousand rows", async () => {
  const { told, write } = written();
  for (let address = 0; address < 1_000; address++) await onceAMinute("guess", `2001:db8::${address}`, write);
  expect(told).toHaveLength(501);
  expect(told.at(-1)).toEqual({ count: 1, together: true });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.at(-1)).toEqual({ count: 499, together: true });
});
