import { expect, it } from "vitest";
import { heardWords, type StoredSpan, storedSpans } from "./heard-words.ts";

const spansOf = (text: string): StoredSpan[] =>
  text.split(" ").map((word, at) => ({ text: word, start_ms: at * 100, end_ms: at * 100 + 90, confidence: 0.9 }));

it("gives each word the time and the confidence that its transcript has of it", () => {
  const [, read, plan] = heardWords("I read, plans.", spansOf("I read plans"));
  expect(read).toEqual({ written: "read,", confidence: 0.9, time: { startMs: 100, endMs: 190 } });
  expect(plan?.time).toEqual({ startMs: 200, endMs: 290 });
});

it("goes on behind words that were taken out of the text", () => {
  const words = heardWords("I am the candidate and I read it", spansOf("I am Ada Lovelace and I read it"));
  const timed = words.filter(({ time }) => time !== null).map(({ written, time }) => [written, time?.startMs]);
  expect(timed).toEqual([
    ["I", 0],
    ["am", 100],
    ["and", 400],
    ["I", 500],
    ["read", 600],
    ["it", 700],
  ]);
});

it("takes nothing of a word from a span of a whole sentence", () => {
  const sentence = { text: "I read plans.", start_ms: 0, end_ms: 900 };
  expect(heardWords("I read plans.", [sentence]).every(({ time }) => time === null)).toBe(true);
});

it("reads nothing where no times are stored", () => {
  expect(storedSpans(null)).toEqual([]);
  expect(heardWords("  \n ", [])).toEqual([]);
});
