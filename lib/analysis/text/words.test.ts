import { expect, test } from "vitest";
import { contentStems, joinedStem, readWords } from "./words.ts";

const stems = (text: string) => readWords(text).map((word) => word.stem);

test("words stand where they say they stand, accents and all", () => {
  const text = "Zoë’s cafe\u0301 runs node.js, C++ and 3.5 TB — don't ask.";
  for (const word of readWords(text)) expect(text.slice(word.start, word.end).length).toBe(word.end - word.start);
  expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "Zoë’s",
    "cafe\u0301",
    "runs",
    "node",
    "js",
    "C++",
    "and",
    "3.5",
    "TB",
    "don't",
    "ask",
  ]);
});

test("forms of a word share a stem, in British and American spelling", () => {
  expect(new Set(stems("normalise normalize normalised normalizing")).size).toBe(1);
  expect(stems("behaviour")).toEqual(stems("behaviors"));
  expect(stems("caching")).toEqual(stems("cached"));
});

test("only content counts as content", () => {
  expect([...contentStems(readWords("I think that the index is a good thing for joins"))]).toEqual(["index", "join"]);
});

test("a word written as two is the same as one", () => {
  expect(joinedStem(readWords("roll back"))).toBe(joinedStem(readWords("rollback")));
});
