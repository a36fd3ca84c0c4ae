import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { reasoning } from "./reasoning.ts";

test("counts kinds of reasoning, each once", () => {
  const once = reasoning(readSentences("It failed because the disk was full."));
  const twice = reasoning(readSentences("It failed because the disk was full. It was full because of logs."));
  expect(once.cues).toEqual(["gives a reason"]);
  expect(twice).toEqual(once);
  expect(reasoning(readSentences("It was blue.")).value).toBe(0);
});

test("an answer that weighs, compares and checks reasons fully", () => {
  const text =
    "Reads get faster than before, at the cost of writes, so I measured both because the trade-off depends on load.";
  expect(reasoning(readSentences(text)).value).toBe(1);
});
