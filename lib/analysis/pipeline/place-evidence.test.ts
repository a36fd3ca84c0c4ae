import { describe, expect, test } from "vitest";
import { placeQuote, type TimedAnswer } from "./place-evidence.ts";

const SEGMENTS = [
  { index: 0, startMs: 0 },
  { index: 1, startMs: 60_000 },
];
const TEXT = "I read the plan first. Then I add the index.";
const ANSWER: TimedAnswer = {
  segmentIndex: 1,
  segmentOffsetMs: 2_000,
  durationSeconds: 20,
  text: TEXT,
  answeredBy: "voice",
  recognizedText: null,
  transcripts: [],
};
const place = (quote: string, more: Partial<TimedAnswer> = {}) => placeQuote(quote, { ...ANSWER, ...more }, SEGMENTS);

const words = (text: string, startMs: number, eachMs: number) =>
  text
    .split(" ")
    .map((word, at) => ({ text: word, start_ms: startMs + at * eachMs, end_ms: startMs + (at + 1) * eachMs }));

describe("with the times of a transcript", () => {
  test("a quote begins where its first word was heard, written with whatever marks", () => {
    const transcripts = [{ text: TEXT, spans: words("i read the plan first then I add the index", 500, 400) }];
    expect(place("Then I add the index.", { transcripts })).toEqual({ media_offset_seconds: 64.5, approximate: false });
    expect(place("I read the plan", { text: "", transcripts })).toEqual({
      media_offset_seconds: 62.5,
      approximate: false,
    });
  });

  test("inside a sentence that has one time, the moment is estimated from it", () => {
    const spans = [
      { text: "I read the plan first.", start_ms: 0, end_ms: 5_000 },
      { text: "Then I add the index.", start_ms: 8_000, end_ms: 13_000 },
    ];
    const transcripts = [{ text: TEXT, spans }];
    expect(place("Then I add", { transcripts })).toEqual({ media_offset_seconds: 70, approximate: false });
    expect(place("add the index", { transcripts })).toEqual({ media_offset_seconds: 72, approximate: true });
  });

  test("what the model did not hear so is estimated like any other", () => {
    const transcripts = [{ text: "Something else.", spans: words("Something else", 0, 100) }];
    expect(place("I read the plan first.", { transcripts })).toEqual({ media_offset_seconds: 62, approximate: true });
  });
});

describe("without times", () => {
  test("a quote lies as far into the answer's time as into its text", () => {
    const { media_offset_seconds, approximate } = place("Then I add the index.");
    expect(media_offset_seconds).toBeCloseTo(62 + (20 * TEXT.indexOf("Then")) / TEXT.length, 2);
    expect(approximate).toBe(true);
  });

  test("an answer of unknown length has its beginning", () => {
    expect(place("Then I add", { durationSeconds: null }).media_offset_seconds).toBe(62);
  });

  test.each([
    ["without a mark", { segmentIndex: null, segmentOffsetMs: null }],
    ["in a segment that was never published", { segmentIndex: 7 }],
  ])("an answer %s has no place", (_, more) => {
    expect(place("I read", more)).toEqual({ media_offset_seconds: null, approximate: true });
  });
});

test("a later version of the recording moves the moment with it", () => {
  const moved = SEGMENTS.map(({ index, startMs }) => ({ index, startMs: startMs + 1_500 }));
  expect(placeQuote("I read", ANSWER, moved).media_offset_seconds).toBe(63.5);
  expect(placeQuote("I read", null, moved).media_offset_seconds).toBeNull();
});

describe("what was typed", () => {
  const nowhere = { media_offset_seconds: null, approximate: true };

  test("has no moment in the recording, because nobody said it", () => {
    expect(place("Then I add the index.", { answeredBy: "text" })).toEqual(nowhere);
    expect(place("Then I add the index.", { answeredBy: "both" })).toEqual(nowhere);
  });

  test("has one where the same words were heard, too", () => {
    const recognizedText = "i read the plan first";
    expect(place("I read the plan first.", { answeredBy: "both", recognizedText })).toEqual({
      media_offset_seconds: 62,
      approximate: true,
    });
    expect(place("Then I add the index.", { answeredBy: "both", recognizedText })).toEqual(nowhere);
    const transcripts = [{ text: "well then i add the index", spans: [] }];
    expect(place("Then I add the index.", { answeredBy: "text", transcripts })).toMatchObject({ approximate: true });
  });

  test("of a client that does not say how it was answered is taken as spoken", () => {
    expect(place("I read the plan first.", { answeredBy: null }).media_offset_seconds).toBe(62);
  });
});
