import { expect, it } from "vitest";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { sentencesWhereSpoken, wordsWhereSpoken } from "./where-spoken.ts";

const spans = [
  { from: 1 * SAMPLE_RATE, to: 3 * SAMPLE_RATE },
  { from: 6 * SAMPLE_RATE, to: 8 * SAMPLE_RATE },
];

it("lets words begin and end where somebody speaks", () => {
  expect(
    wordsWhereSpoken(
      [
        { start: 0.2, end: 1.5 },
        { start: 2.5, end: 5.9 },
      ],
      spans,
    ),
  ).toEqual([
    { start: 1, end: 1.5 },
    { start: 2.5, end: 3 },
  ]);
});

it("drops what lies where nobody speaks, and keeps what is a little off", () => {
  expect(
    wordsWhereSpoken(
      [
        { start: 4, end: 4.6 },
        { start: 3.1, end: 3.3 },
      ],
      spans,
    ),
  ).toEqual([{ start: 3.1, end: 3.3 }]);
  expect(wordsWhereSpoken([{ start: 1, end: 2 }], [])).toEqual([]);
});

it("lets a sentence last over a pause, and a word not", () => {
  const over = [{ start: 0.5, end: 7 }];
  expect(sentencesWhereSpoken(over, spans)).toEqual([{ start: 1, end: 7 }]);
  expect(wordsWhereSpoken(over, spans)).toEqual([{ start: 1, end: 3 }]);
  expect(sentencesWhereSpoken([{ start: 4, end: 5 }], spans)).toEqual([]);
});
