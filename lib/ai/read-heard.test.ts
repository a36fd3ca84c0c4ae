import { describe, expect, test } from "vitest";
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

test("how sure the model is of a word, where it says so", () => {
  const word = { word: "index", start: 0, end: 1 };
  const words = [{ ...word, probability: 0.25 }, { ...word, probability: 7 }, word];
  expect(json({ text: "index index index", words }).spans).toEqual([
    { text: "index", startMs: 0, endMs: 1000, confidence: 0.25 },
    { text: "index", startMs: 0, endMs: 1000 },
    { text: "index", startMs: 0, endMs: 1000 },
  ]);
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
  expect(readHeard("Hello.\n")).toEqual({ text: "Hello.", language: null, confidence: null, spans: [], timed: "none" });
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

describe("what a model writes over silence is no answer", () => {
  const segment = (text: string, start: number, signs: object = {}) => ({ text, start, end: start + 4, ...signs });

  test("a segment in which it believes nobody spoke, whatever it wrote there", () => {
    const silent = { no_speech_prob: 0.97, avg_logprob: -1.35, compression_ratio: 0.7 };
    const text = " Thank you for watching. Please subscribe to my channel.";
    const heard = json({
      task: "transcribe",
      language: "english",
      duration: 4,
      text,
      segments: [segment(text, 0, silent)],
    });
    expect(heard).toEqual({ text: "", language: null, confidence: null, spans: [], timed: "none" });
    const invented = "I led the team through the whole migration.";
    expect(json({ text: invented, segments: [segment(invented, 0, silent)] }).text).toBe("");
  });

  test("beside speech, and its words go with it", () => {
    const heard = json({
      text: " I measured first. Subtitles by the Amara.org community",
      words: [
        { word: "I", start: 0, end: 1 },
        { word: "measured", start: 1, end: 2 },
        { word: "Subtitles", start: 5, end: 6 },
      ],
      segments: [
        segment(" I measured first.", 0, { no_speech_prob: 0.8, avg_logprob: -0.2 }), // sure of its words: spoken softly
        segment(" Subtitles by the Amara.org community", 4, { no_speech_prob: 0.1, avg_logprob: -0.3 }),
      ],
    });
    expect(heard.text).toBe("I measured first.");
    expect(heard.spans.map(({ text }) => text)).toEqual(["I", "measured"]);
  });

  test("a loop, where it is all there is or the model's own ratio says so", () => {
    expect(json({ text: "and then and then and then and then" }).text).toBe("");
    const text = "So I went to the to the to the to the to the to the to the to the";
    expect(json({ text, segments: [segment(text, 0, { compression_ratio: 3.1 })] }).text).toBe("");
    expect(json({ text, segments: [segment(text, 0, { compression_ratio: 1.9 })] }).text).toBe(text);
  });

  test.each([
    "[BLANK_AUDIO]",
    "(wind blowing)",
    " ♪ music ♪ ",
    "[ Silence ] [typing]",
    ".",
    "Thank you.",
    "you",
    "Thanks for watching!",
    "Thank you so much for watching. I'll see you in the next video.",
    "Please like, and subscribe to our channel.",
    "Captions by GetTranscribed.com",
    "Untertitel im Auftrag des ZDF für funk, 2017",
    "Vielen Dank fürs Zuschauen.",
    "Sous-titres réalisés par la communauté d'Amara.org",
    "Subtítulos realizados por la comunidad de Amara.org",
    "ご視聴ありがとうございました",
    "Продолжение следует...",
  ])("%j", (text) => {
    expect(readHeard(text).text).toBe("");
    expect(json({ text }).text).toBe("");
  });

  test.each([
    "I would thank them for watching over the servers while I was away.",
    "Transcription factors bind to the promoter and start the process.",
    "Subtitles were my job: I wrote them for two years by hand.",
    "We subscribe to the queue and retry three times.",
    "No. No, I would not.",
    "Yes (laughs) because the index was missing.",
    "Thank you, that is a good question. I would measure first.",
  ])("but %j is one", (text) => {
    expect(readHeard(text).text).toBe(text);
    expect(json({ text, segments: [segment(text, 0)] }).text).toBe(text);
  });
});
