import { expect, it } from "vitest";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { missedSpeech } from "./missed-speech.ts";

const span = (from: number, to: number) => ({ from: from * SAMPLE_RATE, to: to * SAMPLE_RATE });
const word = (start: number, end: number) => ({ start, end });

it("finds speech that no word lies in, also behind a word that is told to last over it", () => {
  expect(missedSpeech([word(0, 1), word(7, 8)], [span(0, 8)])).toEqual([span(1.5, 6.5)]);
  expect(missedSpeech([word(0, 9)], [span(0, 9)])).toEqual([span(2, 9)]);
  expect(missedSpeech([], [span(1, 4)])).toEqual([span(1, 4)]);
});

it("takes what follows each other without a word as one, and leaves what may be a breath", () => {
  expect(missedSpeech([word(0, 1)], [span(0, 1), span(2, 3.5), span(3.9, 5)])).toEqual([span(2, 5)]);
  expect(missedSpeech([word(0, 1), word(3.5, 4)], [span(0, 4)])).toEqual([]);
});

it("finds nothing where every word is there", () => {
  const words = Array.from({ length: 20 }, (_, at) => word(at / 2, at / 2 + 0.4));
  expect(missedSpeech(words, [span(0, 4), span(5, 10)])).toEqual([]);
});
