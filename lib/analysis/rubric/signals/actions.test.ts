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
