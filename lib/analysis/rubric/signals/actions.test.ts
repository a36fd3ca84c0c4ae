import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { firstPersonActions } from "./actions.ts";

const actions = (text: string) => readSentences(text).reduce((sum, sentence) => sum + firstPersonActions(sentence), 0);

test("counts what the speaker did or would do, and half of what “we” did", () => {
  expect(actions("I rewrote the parser and I'd also quickly profile it.")).toBe(2);
  expect(actions("We shipped it.")).toBe(0.5);
});

test("being and feeling are not doing", () => {
  expect(actions("I am happy. I really love code. I was there. I believe in teams.")).toBe(0);
});

test("what somebody always does is a claim, not a deed", () => {
  expect(actions("I always help customers. I usually fix it. I never give up.")).toBe(0);
});

test("a deed counts in whatever form it is told", () => {
  expect(actions("I was packing boxes. I been fixing it. I be fixin them machines. I fix the machine last year.")).toBe(
    4,
  );
  expect(actions("I was angry. I was tired of it.")).toBe(0);
});
