import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { relatedness } from "./relatedness.ts";

const topics = [new Set(["disagre", "argu"]), new Set(["colleagu", "team"]), new Set(["resolv"])];

test("a topic is touched by any word of its family, and two are enough", () => {
  expect(relatedness(readSentences("We argued."), topics)).toBe(0.5);
  expect(relatedness(readSentences("My team argued and resolved it."), topics)).toBe(1);
  expect(relatedness(readSentences("Pasta."), topics)).toBe(0);
  expect(relatedness(readSentences("Pasta."), [])).toBeNull();
});
