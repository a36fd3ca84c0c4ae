import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { reasoning } from "./reasoning.ts";

test("counts kinds of reasoning, each twice at most", () => {
  const once = reasoning(readSentences("It failed because the disk was full."));
  const twice = reasoning(readSentences("It failed because the disk was full. It was full because of logs."));
  expect(once.cues).toEqual(["gives a reason"]);
  expect(twice.cues).toEqual(once.cues);
  expect(twice.value).toBeGreaterThan(once.value);
  expect(reasoning(readSentences("I left because I could. Because it rained. And because of her.")).value).toBe(
    twice.value,
  );
  expect(reasoning(readSentences("It was blue.")).value).toBe(0);
});

test("an answer that weighs, compares and checks throughout reasons fully", () => {
  const text =
    "Reads get faster than before, at the cost of writes, so I measured both because the trade-off depends on load.";
  const again =
    "First I tested it on a copy, as otherwise nobody notices a drawback, so that we saw it was faster than before.";
  expect(reasoning(readSentences(text)).value).toBeGreaterThan(0.7);
  expect(reasoning(readSentences(`${text} ${again}`)).value).toBe(1);
});
