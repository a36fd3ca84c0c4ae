import { expect, test } from "vitest";
import { lengthOf, lengthWords, shareOf, sizeOf } from "./measure-words.ts";

test.each([
  [0.4, "0 s"],
  [38, "38 s"],
  [59.6, "1 min"],
  [190, "3 min 10 s"],
  [3600, "1 h"],
  [3671, "1 h 1 min"],
])("%s seconds last %s", (seconds, text) => {
  expect(lengthOf(seconds)).toBe(text);
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_200, "1.2 kB"],
  [52_428_800, "52.4 MB"],
  [620_000_000, "620 MB"],
  [3_000_000_000, "3.0 GB"],
])("%s bytes are %s", (bytes, text) => {
  expect(sizeOf(bytes)).toBe(text);
});

test("lengths are said as people say them", () => {
  expect([0.2, 30, 60, 85, 240].map((seconds) => lengthWords(seconds))).toEqual([
    "5 seconds",
    "30 seconds",
    "1 minute",
    "1 minute",
    "4 minutes",
  ]);
});

test("a share is written in per cent", () => {
  expect(shareOf(0.8)).toBe("80 %");
});
