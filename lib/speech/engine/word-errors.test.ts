import { expect, it, test } from "vitest";
import { plainWords } from "./plain-words.ts";
import { agreementOf, wordErrors } from "./word-errors.ts";

test.each([
  ["Mr. Dashwood's had 8 of clubs, uh, and I've twenty-one.", "mr dashwoods had 8 of clubs and i have 21"],
  ["We can't [noise] won’t (laughs) don't", "we can not will not do not"],
  ["mister Dashwood, eight", "mr dashwood 8"],
  ["by forty percent, 40%", "by 40 percent 40 percent"],
  ["", ""],
])("%j is compared as %j", (text, plain) => {
  expect(plainWords(text).join(" ")).toBe(plain);
});

it("counts words changed, put in and left out", () => {
  expect(wordErrors("ten of clubs", "10 of close")).toEqual({ errors: 1, words: 3 });
  expect(wordErrors("a b c", "a c d e")).toEqual({ errors: 3, words: 3 });
  expect(wordErrors("", "thank you")).toEqual({ errors: 2, words: 0 });
});

it("says how far two models agree, where there are words enough", () => {
  const said = "we measured the slow query first";
  expect(agreementOf(`And so ${said}.`, `and so ${said}`)).toBe(1);
  expect(agreementOf(`and so ${said}`, `and so ${said.replace("slow", "low")}`)).toBe(1 - 1 / 8);
  expect(agreementOf(`and so ${said}`, "")).toBe(0);
  expect([agreementOf("", ""), agreementOf("ten of clubs", "ten of close")]).toEqual([null, null]);
});
