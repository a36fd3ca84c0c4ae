import { expect, test } from "vitest";
import { INJECTIONS } from "../analysis/text/injections/rows.ts";
import { randomFrom } from "../domain/random.ts";
import { TooMuchWork, workOf } from "./regexp-work.ts";

test("it counts what an engine that backtracks does, and gives up when it is told to", () => {
  expect(workOf(/b/, "aab")).toEqual({ found: true, steps: 3 });
  expect(workOf(/b/, "aaa")).toEqual({ found: false, steps: 4 });
  const steps = (pattern: RegExp, length: number) => workOf(pattern, `${"a".repeat(length)}b`).steps;
  expect(steps(/a{1,3}c/, 200) / steps(/a{1,3}c/, 100)).toBeLessThan(2.1);
  expect(steps(/a+c/, 200) / steps(/a+c/, 100)).toBeGreaterThan(3.5);
  expect(steps(/(a+)+c/, 12) / steps(/(a+)+c/, 6)).toBeGreaterThan(30);
  expect(() => workOf(/(a+)+c/, "a".repeat(100), 10_000)).toThrow(TooMuchWork);
});

test.each([
  /^a*?b$/,
  /(?<=a{1,2})b(?!c)/,
  /(?<!\b(?:a|b)\b[^.]{0,3})c/,
  /(?=.*b)a\b/,
  /[^\]a\d]{2}|\p{L}{3,}x?/u,
  /(?:a|ab)(?:c|bcd)*d/,
  /(?:)*a|(?:b?){2,}c/i,
])("it finds what JavaScript finds: %s", (pattern) => {
  const random = randomFrom(20_261_129);
  const any = () =>
    Array.from({ length: Math.floor(random() * 9) }, () => "abcdB. ]1"[Math.floor(random() * 9)]).join("");
  const texts = Array.from({ length: 2_000 }, any);
  expect(texts.filter((text) => workOf(pattern, text).found !== pattern.test(text))).toEqual([]);
});

test("it finds what JavaScript finds with the product's own patterns", () => {
  const texts = INJECTIONS.flatMap(({ catches, spares }) => [...catches, ...spares]).map((text) => text.toLowerCase());
  for (const { pattern } of INJECTIONS) {
    const wrong = texts.filter((text) => workOf(pattern, text).found !== pattern.test(text));
    expect(wrong, pattern.source).toEqual([]);
  }
});

test("what it does not understand is refused", () => {
  expect(() => workOf(/(a)\1/, "aa")).toThrow("not understood");
  expect(() => workOf(/(?<name>a)/, "a")).toThrow("not understood");
});
