import { expect, test } from "vitest";
import { readSentences } from "../../text/sentences.ts";
import { findStoryParts, storyValue } from "./story-parts.ts";

test("finds situation, task, action and result", () => {
  const parts = findStoryParts(
    readSentences(
      "Last year our shop lost orders. I had to find out why. I traced the queue. As a result losses fell to zero.",
    ),
  );
  expect(Object.values(parts).map((sentence) => sentence?.text)).toEqual([
    "Last year our shop lost orders.",
    "I had to find out why.",
    "I traced the queue.",
    "As a result losses fell to zero.",
  ]);
  expect(storyValue(parts)).toBe(1);
});

test("a change from one number to another is a result, in digits or in words", () => {
  for (const text of ["It went from six seconds to about forty.", "We brought errors from 12 a day to none."])
    expect(findStoryParts(readSentences(text)).result).not.toBeNull();
});

test("an opinion is no story", () => {
  expect(storyValue(findStoryParts(readSentences("Teams should be friendly.")))).toBe(0);
});
