import { expect, test } from "vitest";
import { saidParts } from "./said-parts.ts";

const WORDS = [
  { text: "I", start_ms: 100, end_ms: 300, confidence: 0.9 },
  { text: "measured", start_ms: 300, end_ms: 900 },
  { text: "it.", start_ms: 1_000, end_ms: 1_200 },
];
const heard = { text: "I measured it.", spans: WORDS, timed: "words" };

test("the words of a transcript stand in seconds of the recording", () => {
  expect(saidParts("I measured it.", heard, 12.5)).toEqual({
    said: [
      { text: "I", start: 12.6, end: 12.8 },
      { text: "measured", start: 12.8, end: 13.4 },
      { text: "it.", start: 13.5, end: 13.7 },
    ],
    said_by: "words",
  });
});

test("what the candidate put right has the times of the words that stayed", () => {
  const { said } = saidParts("I timed it.", heard, 0);
  expect(said.map(({ text, start }) => [text, start])).toEqual([
    ["I", 0.1],
    ["timed", null],
    ["it.", 1],
  ]);
});

test("a model that knows only sentences gives sentences, and none to other words", () => {
  const sentences = {
    text: "I measured it. Twice.",
    timed: "segments",
    spans: [{ text: "I measured it.", start_ms: 0, end_ms: 1_200 }],
  };
  expect(saidParts("I measured it. Twice.", sentences, 3)).toEqual({
    said: [{ text: "I measured it.", start: 3, end: 4.2 }],
    said_by: "segments",
  });
  expect(saidParts("I timed it.", sentences, 3)).toEqual({ said: [], said_by: null });
});

test.each([
  ["nothing was said", null, heard, 1],
  ["nothing was heard", "I measured it.", null, 1],
  ["the answer has no place in the recording", "I measured it.", heard, null],
  ["no word is the same", "Something else", heard, 1],
  ["no times are stored", "I measured it.", { ...heard, spans: [] }, 1],
  ["what is stored is damaged", "I measured it.", { ...heard, spans: { no: "list" } }, 1],
])("where %s there are no parts", (_, spoken, transcript, begins) => {
  expect(saidParts(spoken, transcript, begins)).toEqual({ said: [], said_by: null });
});
