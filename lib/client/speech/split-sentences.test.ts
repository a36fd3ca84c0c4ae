import { expect, test } from "vitest";
import { splitSentences } from "./split-sentences.ts";

test("a question is said sentence by sentence, and nothing is left out", () => {
  const text = "It takes 4.5 seconds for Dr. Lee. How would you find the cause?  And then?\n";
  const sentences = splitSentences(text);
  expect(sentences.at(-1)).toBe("And then?");
  expect(sentences.join(" ")).toBe("It takes 4.5 seconds for Dr. Lee. How would you find the cause? And then?");
});

test("an empty text has no sentences", () => {
  expect(splitSentences("  ")).toEqual([]);
});
