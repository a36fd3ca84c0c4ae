import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";
import { directionOf, toLocale } from "./locale.ts";

const words = catalogue({
  en: {
    plain: "It isn't “here”.",
    named: "Ask {name}.",
    "named:many": "{count, plural, one {# person} other {# people}} of {name}",
  },
});

test("says a sentence with what stands in it, as often as it is asked", () => {
  const say = words.in("en");
  expect(say("plain")).toBe("It isn't “here”.");
  expect(say("named:many", { count: 1, name: "Ada" })).toBe("1 person of Ada");
  expect(say("named:many", { count: 1234, name: "Ada" })).toBe("1,234 people of Ada");
  expect(words.in("en")).toBe(say);
});

test("what stands in a sentence is no syntax, whatever it is", () => {
  const name = "{x, plural, other {<b>'#'}}";
  expect(words.in("en")("named", { name })).toBe(`Ask ${name}.`);
  expect(words.in("en-XA")("named", { name })).toBe(`⟦ÁÁšķ ${name}.⟧`);
});

test("a sentence whose places are not filled is said with its places open", () => {
  expect(words.in("en")("named", {} as { name: string })).toBe("Ask {name}.");
});

test("knows its keys, and no others", () => {
  expect(["plain", "named:many"].every(words.has)).toBe(true);
  expect(["", "named:few", "toString", "__proto__"].some(words.has)).toBe(false);
});

test("what does not compile: a key that there is not, a place that is not filled, a language without a sentence", () => {
  const never = () => {
    // @ts-expect-error
    words.in("en")("absent");
    // @ts-expect-error
    words.in("en")("named");
    // @ts-expect-error
    words.in("en")("named:many", { count: "one", name: "Ada" });
    // @ts-expect-error
    words.in("de");
  };
  expect(never).toBeTypeOf("function");
});

test.each([
  ["en", "en"],
  ["EN-xa", "en-XA"],
  ["de", "en"],
  ["", "en"],
  [null, "en"],
])("asked for %s, we speak %s", (tag, locale) => {
  expect(toLocale(tag)).toBe(locale);
});

test("the strange language runs from right to left", () => {
  expect([directionOf("en"), directionOf("en-XA")]).toEqual(["ltr", "rtl"]);
});
