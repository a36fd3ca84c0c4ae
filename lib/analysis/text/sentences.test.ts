import { expect, test } from "vitest";
import { readSentences } from "./sentences.ts";

const texts = (text: string) => readSentences(text).map((sentence) => sentence.text);

test("sentences end at marks, lines and semicolons, and numbers do not end them", () => {
  expect(texts("It took 3.5 s. Why?! “Because.” Then\n- an index; measured")).toEqual([
    "It took 3.5 s.",
    "Why?!",
    "“Because.”",
    "Then",
    "- an index;",
    "measured",
  ]);
});

test("every sentence is a stretch of the text, character for character", () => {
  const text = "  👩‍💻 I was first…  Then\r\n\r\ncafe\u0301 ".concat("and so on ".repeat(40));
  for (const sentence of readSentences(text)) {
    expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
    for (const word of sentence.words) expect(word.start >= sentence.start && word.end <= sentence.end).toBe(true);
  }
});

test("speech without full stops is cut at clauses, and where none opens, after 24 words", () => {
  const clauses = readSentences("and then we deployed it ".repeat(30)).map(({ text }) => text);
  for (const clause of clauses) expect(clause).toMatch(/^(?:and then|then|we|it)\b/);
  expect(Math.max(...clauses.map((clause) => clause.split(" ").length))).toBeLessThan(20);
  expect(readSentences("word ".repeat(60)).map(({ words }) => words.length)).toEqual([24, 24, 12]);
});

test("no text breaks the reader", () => {
  const hostile = ["!", ".", '?"', "a.", "a'", "1,", "; ", "\n", "é".normalize("NFD"), "\ud800", "-"];
  for (const part of hostile) expect(() => readSentences(`x${part.repeat(20_000 / part.length)}y`)).not.toThrow();
});
