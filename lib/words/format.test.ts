import { expect, test } from "vitest";
import { all, clock, decimalOf, differenceOf, either, momentWords, numberOf, scoreOf } from "./format.ts";

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
  [60, 63.25, "+3.3"],
  [63.2, 60, "−3.2"],
  [60, 60.04, "0.0"],
])("from %s to %s is %s", (from, to, text) => {
  expect(differenceOf(from, to)).toBe(text);
});

const AT = new Date("2026-11-22T10:12:07Z");

test.each([
  ["short", "22 Nov, 10:12"],
  ["date", "22 Nov"],
  ["long", "22 November 2026 at 10:12"],
  ["clock", "10:12:07"],
] as const)("a moment is written %s", (format, text) => {
  expect(momentWords(AT, format, "en", "UTC")).toBe(text);
});

test("a moment is another time of day elsewhere, and marked where the language is strange", () => {
  expect(momentWords(AT, "clock", "en", "Asia/Tokyo")).toBe("19:12:07");
  expect(momentWords(AT, "date", "en-XA", "UTC")).toBe("⟦22 Ñóóṽ⟧");
});

test("numbers have their signs where readers of the language look for them", () => {
  expect([numberOf(1_234), scoreOf(85.5), scoreOf(70), decimalOf(1_234.56, 1)]).toEqual([
    "1,234",
    "85.5",
    "70.0",
    "1234.6",
  ]);
});

test("lists are said, of one as of many", () => {
  expect(["a", "a b", "a b c"].map((names) => either(names.split(" "), "en"))).toEqual(["a", "a or b", "a, b or c"]);
  expect(["a", "a b", "a b c"].map((names) => all(names.split(" "), "en"))).toEqual(["a", "a and b", "a, b and c"]);
});
