import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const NOW = Date.UTC(2026, 0, 1);

test.each<[Record<string, string>, number | null]>([
  [{ "retry-after": "3" }, 3000],
  [{ "retry-after": " 0.5 " }, 500],
  [{ "retry-after": "Thu, 01 Jan 2026 00:01:00 GMT" }, 60_000],
  [{ "retry-after": "Thursday, 01-Jan-26 00:01:00 GMT" }, 60_000],
  [{ "retry-after": "Thu, 01 Jan 2015 00:00:00 GMT" }, 0],
  [{ "retry-after-ms": "120", "retry-after": "1" }, 120],
  [{ "retry-after-ms": "soon", "retry-after": "1" }, 1000],
  [{ "retry-after": "-5" }, null],
  [{ "retry-after": "later" }, null],
  [{ "retry-after": "99999999999" }, null],
  [{}, null],
])("%o asks for %s ms", (headers, ms) => {
  expect(retryAfterMs(new Headers(headers), NOW)).toBe(ms);
});

test("no headers ask for nothing", () => {
  expect(retryAfterMs(undefined, NOW)).toBeNull();
});
