import { expect, test } from "vitest";
import { advisedLength, clockWords, lengthWords } from "./time-words.ts";

test("the clock counts up without surprises", () => {
  expect([0, 9.9, 65, 600, 3605].map(clockWords)).toEqual(["0:00", "0:09", "1:05", "10:00", "1:00:05"]);
  expect(clockWords(-1)).toBe("0:00");
});

test("lengths are said as people say them", () => {
  expect([0.2, 30, 60, 85, 240].map(lengthWords)).toEqual([
    "5 seconds",
    "30 seconds",
    "1 minute",
    "1 minute",
    "4 minutes",
  ]);
});

test("a question without advice has no limit either", () => {
  expect(advisedLength(null)).toBe("There is no time limit.");
  expect(advisedLength(180)).toBe("About 3 minutes is plenty, and nothing is cut off.");
});
