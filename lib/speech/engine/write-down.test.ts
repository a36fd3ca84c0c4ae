import { expect, it } from "vitest";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { Piece } from "./pieces.ts";
import type { Recognised } from "./recogniser.ts";
import { type Written, writeDown } from "./write-down.ts";

/** Ten seconds of a file from its twentieth on, in which somebody speaks but for the last three. */
const piece: Piece = {
  from: 20 * SAMPLE_RATE,
  samples: new Float32Array(10 * SAMPLE_RATE),
  speech: [{ from: 20.5 * SAMPLE_RATE, to: 27 * SAMPLE_RATE }],
};

/** By a model that writes this of the piece, and nothing of any part that it is asked for again. */
function heard(of: Partial<Recognised>): Written {
  let written: Partial<Recognised> | null = of;
  return writeDown(piece, () => {
    const more = written;
    written = null;
    return { text: "", language: "en", tokens: [], segments: [], ...more };
  });
}

it("gives words in the time of the whole, and how sure the model was of all of them", () => {
  const tokens = [
    { text: " We", start: 0.1, end: 1, logprob: -0.1 },
    { text: " measured", start: 1, end: 2, logprob: -0.3 },
  ];
  expect(heard({ text: "We measured", tokens })).toEqual({
    text: "We measured",
    language: "en",
    words: [
      { word: "We", start: 20.5, end: 21, probability: Math.exp(-0.1) },
      { word: "measured", start: 21, end: 22, probability: Math.exp(-0.3) },
    ],
    segments: [{ text: "We measured", start: 20.5, end: 22, avg_logprob: expect.closeTo(-0.2) }],
  });
});

it("takes what was made up out of the text, the words and the sentences", () => {
  const tokens = [" It", " worked.", " (wind", " blowing)"].map((text, at) => ({ text, start: 1 + at, end: 2 + at }));
  const late = [" Thank", " you."].map((text, at) => ({ text, start: 8 + at, end: 8.5 + at }));
  const written = heard({ text: "It worked. (wind blowing) Thank you.", tokens: [...tokens, ...late] });
  expect(written.text).toBe("It worked.");
  expect(written.words.map(({ word }) => word)).toEqual(["It", "worked."]);
  expect(written.segments).toHaveLength(1);
});

it("gives sentences where the model times nothing smaller, without those in which nobody speaks", () => {
  const segments = [
    { text: "We measured it. [BLANK_AUDIO]", start: 0, end: 6 },
    { text: "Thanks for watching!", start: 6, end: 6.5 },
    { text: "So it was.", start: 8, end: 9.5 },
  ];
  const written = heard({ text: segments.map(({ text }) => text).join(" "), segments });
  expect(written).toMatchObject({ text: "We measured it.", words: [] });
  expect(written.segments).toEqual([{ text: "We measured it.", start: 20.5, end: 26 }]);
});

it("gives the whole piece as one sentence where the model times nothing at all", () => {
  expect(heard({ text: "So it was." }).segments).toEqual([{ text: "So it was.", start: 20.5, end: 27 }]);
});

it("hears by itself what the model passed over, and puts it where it was said", () => {
  const said = (text: string, start: number) => ({ text: ` ${text}`, start, end: start + 0.4 });
  const asked: number[] = [];
  const written = writeDown(piece, (samples) => {
    asked.push(samples.length / SAMPLE_RATE);
    const tokens = asked.length === 1 ? [said("First", 0.5), said("last.", 6.5)] : [said("then", 1), said("more", 3)];
    return { text: tokens.map(({ text }) => text).join(""), language: "en", tokens, segments: [] };
  });
  expect(written.text).toBe("First then more last.");
  expect(asked).toEqual([10, expect.closeTo(5.0)]);
  expect(written.words[1]?.start).toBeCloseTo(21.4 - 0.2 + 1);
});
