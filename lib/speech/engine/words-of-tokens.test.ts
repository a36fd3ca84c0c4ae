import { expect, it } from "vitest";
import type { Recognised, Token } from "./recogniser.ts";
import { wordsOf } from "./words-of-tokens.ts";

const heard = (text: string, tokens: Token[]): Recognised => ({ text, language: null, segments: [], tokens });
const token = (text: string, start: number, end: number, logprob?: number): Token => ({
  text,
  start,
  end,
  ...(logprob === undefined ? {} : { logprob }),
});

it("joins tokens to words, with the marks behind them, whose time is not theirs", () => {
  const tokens = [token(" cold", 0.2, 0.5), token("-", 0.5, 0.6), token("hearted", 0.6, 0.9), token(".", 0.9, 1.4)];
  expect(wordsOf(heard("cold-hearted.", tokens))).toEqual([{ word: "cold-hearted.", start: 0.2, end: 0.9 }]);
});

it("gives a word the mean probability of its tokens, and none where the model says none", () => {
  const said = [token(" lat", 0, 0.1, Math.log(0.9)), token("ency", 0.1, 0.3, Math.log(0.5)), token(",", 0.3, 0.3, -4)];
  expect(wordsOf(heard("latency,", said))[0]?.probability).toBeCloseTo(0.7);
  expect(wordsOf(heard("so", [token(" so", 0, 0.1)]))[0]).not.toHaveProperty("probability");
});

it("takes letters that tokens cut apart from the text", () => {
  const tokens = [token(" f\ufffd", 0, 0.1), token("\ufffdr", 0.1, 0.2), token(" alle", 0.2, 0.4)];
  expect(wordsOf(heard("für alle", tokens)).map(({ word }) => word)).toEqual(["für", "alle"]);
});

it("has no words where no token has a time", () => {
  expect(wordsOf(heard("so it is", []))).toEqual([]);
});
