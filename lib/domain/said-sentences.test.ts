import { expect, test } from "vitest";
import { type SaidWord, sentencesOf } from "./said-sentences.ts";

const words = (...timed: [text: string, start: number | null, end: number | null][]): SaidWord[] =>
  timed.map(([text, start, end]) => ({ text, start, end }));
const textsOf = (said: SaidWord[]) => sentencesOf(said).map((each) => each.words.map(({ text }) => text).join(" "));

test("a sentence ends with its mark, also in quotes", () => {
  expect(textsOf(words(["Yes.", 0, 1], ["He", 1, 2], ['said."', 2, 3], ["So", 3, 4]))).toEqual([
    "Yes.",
    'He said."',
    "So",
  ]);
});

test("without marks one ends where somebody breathes", () => {
  expect(textsOf(words(["first", 0, 0.5], ["this", 0.6, 0.9], ["then", 2, 2.4], ["that", null, null]))).toEqual([
    "first this",
    "then that",
  ]);
});

test("begins at the first word whose time is known, and loses no word", () => {
  const said = words(["um", null, null], ["I", 3, 3.1]);
  expect(sentencesOf(said)).toEqual([{ words: said, start: 3 }]);
  expect(sentencesOf([])).toEqual([]);
});

test("endless speech is cut", () => {
  const endless = words(
    ...Array.from({ length: 95 }, (_, at): [string, number, number] => [`w${at}`, at / 5, (at + 1) / 5]),
  );
  const cut = sentencesOf(endless);
  expect(cut.length).toBe(4);
  expect(cut.flatMap((each) => each.words)).toEqual(endless);
});
