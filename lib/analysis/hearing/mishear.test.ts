import { expect, it } from "vitest";
import { randomFrom } from "../../domain/random.ts";
import { type HeardWord, heardWords } from "./heard-words.ts";
import { mishear } from "./mishear.ts";

const SAID =
  "I read the query plan first, because guessing wastes time. Then I added the missing index, and the latency fell.";
const ofConfidence = (confidence: number | null): HeardWord[] =>
  heardWords(SAID, []).map((word) => ({ ...word, confidence }));

it("hears the same again with the same seed", () => {
  const words = heardWords(SAID, []);
  const hear = (seed: number) => mishear(words, 0.3, randomFrom(seed));
  expect(hear(1)).toEqual(hear(1));
  expect(hear(2)).not.toEqual(hear(1));
});

it("changes nothing where nothing is wrong", () => {
  expect(mishear(heardWords(SAID, []), 0, randomFrom(1))).toEqual({ text: SAID, changed: [] });
  expect(mishear(ofConfidence(1), 0.5, randomFrom(1)).text).toBe(SAID);
});

it("changes as many words as the rate says, and tells which", () => {
  const random = randomFrom(20261130);
  const words = heardWords(SAID, []);
  const rounds = Array.from({ length: 500 }, () => mishear(words, 0.08, random));
  const share = rounds.flatMap(({ changed }) => changed).length / (500 * words.length);
  expect(share).toBeGreaterThan(0.07);
  expect(share).toBeLessThan(0.09);
  for (const { text } of rounds.filter(({ changed }) => changed.length === 0)) expect(text).toBe(SAID);
});

it("doubts the words that the recogniser doubted", () => {
  const words = heardWords(SAID, []).map((word, at) => ({ ...word, confidence: at === 3 ? 0.2 : 0.99 }));
  const random = randomFrom(3);
  const rounds = Array.from({ length: 300 }, () => mishear(words, 0.08, random).changed);
  const times = (at: number) => rounds.filter((changed) => changed.includes(at)).length;
  expect(times(3)).toBeGreaterThan(200);
  expect(times(4)).toBeLessThan(15);
});

it("leaves the marks of sentences where they stand", () => {
  const { text } = mishear(ofConfidence(0), 1, randomFrom(5));
  expect(text.match(/[,.]/g)?.length).toBe(4);
});

it.each(["", "…", "a", "— , .", "C++ C# node.js don’t"])("hears %j in some way, whatever it is", (text) => {
  const random = randomFrom(9);
  for (let round = 0; round < 50; round += 1)
    expect(typeof mishear(heardWords(text, []), 1, random).text).toBe("string");
});
