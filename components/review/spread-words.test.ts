import { expect, test } from "vitest";
import { rangeWords, spreadWords } from "./spread-words.ts";

test.each([
  [{ method: "offline_rubric", readings: 1, spread: 0 }, "The same every time"],
  [{ method: "openai_compatible", readings: 3, spread: 4 }, "Three readings, ± 4.0"],
  [{ method: "openai_compatible", readings: 3, spread: 0 }, "Three readings, all the same"],
  [{ method: "openai_compatible", readings: 12, spread: 11.79 }, "12 readings, ± 11.8"],
  [{ method: "openai_compatible", readings: 1, spread: 0 }, "One reading"],
  [{ method: "openai_compatible", readings: 3, spread: null }, "One reading"],
])("%o is said as %s", (readings, words) => {
  expect(spreadWords(readings, "en")).toBe(words);
});

test.each([
  [[42, 70.6, null], "42–71 over two questions"],
  [[50, 50.2, 49.9], "50 over three questions"],
  [[null, 61], "from one question"],
  [[null, null], null],
  [[], null],
] as const)("levels %o are said as %s", (levels, words) => {
  expect(rangeWords(levels, "en")).toBe(words);
});
