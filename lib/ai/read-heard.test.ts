import { expect, test } from "vitest";
import { hasTranscript, readHeard, usageOf } from "./read-heard.ts";

const json = (answer: object) => readHeard(JSON.stringify(answer));

test("words with their times, the language by its code, and how sure the model is", () => {
  const heard = json({
    task: "transcribe",
    language: "english",
    duration: 2,
    text: " I measured first. ",
    words: [
      { word: "I", start: 0, end: 0.2 },
      { word: "measured", start: 0.25, end: 0.9 },
    ],
    segments: [
      { text: "I measured", start: 0, end: 1, avg_logprob: -0.1 },
      { text: "first.", start: 1, end: 4, avg_logprob: -0.5 },
    ],
  });
  expect(heard).toMatchObject({ text: "I measured first.", language: "en" });
  expect(heard.spans).toEqual([
    { text: "I", startMs: 0, endMs: 200 },
    { text: "measured", startMs: 250, endMs: 900 },
  ]);
  expect(heard.confidence).toBeCloseTo(Math.exp(-0.4), 6);
});

test("sentences where there are no words, and what is malformed is left out", () => {
  const heard = json({
    text: "One. Two.",
    segments: [
      { text: " One. ", start: 0, end: 1.5 },
      { text: "backwards", start: 3, end: 2 },
      { text: "no times" },
      { text: "Two.", start: 2, end: 3, avg_logprob: null },
    ],
  });
  expect(heard.spans.map(({ text }) => text)).toEqual(["One.", "Two."]);
  expect(heard.confidence).toBeNull();
});

test.each([
  [{ language: "german" }, "de"],
  [{ language: "en" }, "en"],
  [{ language: "pt_BR" }, "pt-br"],
  [{ languages: [{ code: "fr" }] }, "fr"],
  [{ languages: [] }, null],
  [{ language: "klingonese" }, null],
  [{ language: 7 }, null],
  [{}, null],
])("the language of %j is %s", (more, language) => {
  expect(json({ text: "x", ...more }).language).toBe(language);
});

test("the probabilities of tokens make a confidence", () => {
  const heard = json({ text: "x", logprobs: [{ logprob: -0.2 }, { logprob: -0.4 }] });
  expect(heard.confidence).toBeCloseTo(Math.exp(-0.3), 6);
});

test("bare text is text, whatever it begins with", () => {
  expect(readHeard("Hello.\n")).toEqual({ text: "Hello.", language: null, confidence: null, spans: [] });
  expect(readHeard("{ is a brace").text).toBe("{ is a brace");
  expect(readHeard("").text).toBe("");
});

test("what a database does not hold is left out", () => {
  const heard = json({ text: "a\0b", words: [{ word: "a\0", start: 0, end: 1 }] });
  expect([heard.text, heard.spans[0]?.text]).toEqual(["ab", "a"]);
});

test("an answer without a text is no transcript", () => {
  expect(hasTranscript('{"text":""}')).toBe(true);
  expect(hasTranscript('{"error":"busy"}')).toBe(false);
  expect(hasTranscript("<html>")).toBe(false);
});

test("tokens are counted where the endpoint counts them", () => {
  const tokens = { text: "", usage: { type: "tokens", input_tokens: 9, output_tokens: 4 } };
  expect(usageOf(JSON.stringify(tokens))).toEqual({ inputTokens: 9, outputTokens: 4 });
  const minutes = { text: "", usage: { type: "duration", seconds: 3 } };
  expect(usageOf(JSON.stringify(minutes))).toEqual({ inputTokens: null, outputTokens: null });
});
