import { expect, test } from "vitest";
import { browserOf, clock, countOf, differenceOf, gapWords, lengthOf, sizeOf } from "./format.ts";

test.each([
  [0, "0:00"],
  [84.9, "1:24"],
  [600, "10:00"],
  [3671, "1:01:11"],
  [-1, "0:00"],
])("%s seconds stand at %s", (seconds, text) => {
  expect(clock(seconds)).toBe(text);
});

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

const MOZILLA = "Mozilla/5.0";
test.each([
  [
    `${MOZILLA} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`,
    "Chrome 142 on Linux",
  ],
  [
    `${MOZILLA} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0`,
    "Edge 142 on Windows",
  ],
  [
    `${MOZILLA} (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Safari/605.1.15`,
    "Safari 19 on macOS",
  ],
  [`${MOZILLA} (Android 16; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0`, "Firefox 145 on Android"],
  ["python-requests/2.32", "python-requests/2.32"],
])("%s is %s", (description, text) => {
  expect(browserOf(description)).toBe(text);
});

test.each([
  [4.2, "4 s are missing here"],
  [1.2, "1 s is missing here"],
  [0.3, "Less than a second is missing here"],
  [null, "Something is missing here"],
])("a gap of %s seconds says so", (seconds, text) => {
  expect(gapWords(seconds)).toBe(text);
});

test.each([
  [1, "1 call"],
  [0, "0 calls"],
  [1_234, "1,234 calls"],
])("%s is %s", (count, text) => {
  expect(countOf(count, "call")).toBe(text);
});

test.each([
  [60, 63.25, "+3.3"],
  [63.2, 60, "−3.2"],
  [60, 60.04, "0.0"],
])("from %s to %s is %s", (from, to, text) => {
  expect(differenceOf(from, to)).toBe(text);
});
