import { expect, it } from "vitest";
import { clipPath } from "../../testing/speech/clips.ts";
import { concat, melody, pinkNoise, samplesOf, silence, together } from "../../testing/speech/samples.ts";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { cutPieces, type Piece } from "./pieces.ts";

function piecesOf(samples: Float32Array): Piece[] {
  const pieces: Piece[] = [];
  const cut = cutPieces((piece) => pieces.push(piece));
  for (let at = 0; at < samples.length; at += 5_000) cut.push(samples.subarray(at, at + 5_000));
  cut.end();
  return pieces;
}

const seconds = ({ samples }: Piece) => samples.length / SAMPLE_RATE;
const startOf = ({ from }: Piece) => from / SAMPLE_RATE;

it("gives sentences that follow each other together, and what is said after a long silence apart", async () => {
  const speech = await samplesOf(clipPath("jfk"));
  const [first, second, ...others] = piecesOf(concat(speech, silence(4), speech));
  if (!first || !second) throw new Error("there should be two pieces");
  expect(others).toEqual([]);
  expect([first, second].map(({ speech: spans }) => spans.length)).toEqual([4, 4]);
  expect(Math.abs(startOf(second) - startOf(first) - 15)).toBeLessThan(0.1);
});

it("gives the samples themselves, at the number it says", async () => {
  const whole = concat(silence(2), await samplesOf(clipPath("read-3")), silence(2));
  const [piece] = piecesOf(whole);
  if (!piece) throw new Error("there should be a piece");
  expect(piece.samples).toEqual(whole.slice(piece.from, piece.from + piece.samples.length));
});

it("gives nothing where nobody speaks", () => {
  expect(piecesOf(concat(silence(5), pinkNoise(5), melody(5)))).toEqual([]);
  expect(piecesOf(new Float32Array())).toEqual([]);
});

it("pads a single short word, because encoders crash at too little", async () => {
  const word = (await samplesOf(clipPath("cards-005"))).slice(0.19 * SAMPLE_RATE, 0.45 * SAMPLE_RATE);
  for (const piece of piecesOf(concat(silence(0.4), word, silence(0.4))))
    expect(seconds(piece)).toBeGreaterThanOrEqual(1);
  for (const piece of piecesOf(word)) expect(seconds(piece)).toBeGreaterThanOrEqual(1);
});

it("never gives more than 30 s of two voices at once that never stop", async () => {
  const [one, other] = [await samplesOf(clipPath("read-1")), await samplesOf(clipPath("speech"))];
  const voices = concat(...Array.from({ length: 14 }, () => together(one, other)));
  const pieces = piecesOf(voices);
  expect(Math.max(...pieces.map(seconds))).toBeLessThan(30);
  expect(pieces.every((piece, at) => at === 0 || startOf(piece) > startOf(pieces[at - 1] as Piece))).toBe(true);
  const spoken = pieces.flatMap(({ speech }) => speech).reduce((sum, { from, to }) => sum + to - from, 0);
  expect(spoken / voices.length).toBeGreaterThan(0.9);
});

it("cuts whoever hardly stops where they breathe, and not within a word", async () => {
  const speech = (await samplesOf(clipPath("read-1"))).subarray(0.3 * SAMPLE_RATE, 6.8 * SAMPLE_RATE);
  const breath = silence(0.22);
  const period = speech.length + breath.length;
  const pieces = piecesOf(concat(...Array.from({ length: 12 }, () => concat(breath, speech))));
  expect(pieces.length).toBeGreaterThan(2);
  for (const { speech: spans } of pieces.slice(1)) expect((spans[0]?.from ?? 0) % period).toBeLessThan(breath.length);
});
