import { expect, test } from "vitest";
import { readSentences } from "../text/sentences.ts";
import { readExpectations } from "./expectations.ts";
import { informativeSentences } from "./informative.ts";

const expected = readExpectations(
  {
    id: "q",
    text: "Describe a bug.",
    type: "general",
    difficulty: "easy",
    keywords: ["cache"],
    idealAnswer: "",
    rubricNotes: "",
    answer: { id: "a", text: "" },
  },
  [],
);

test("padding says nothing; a subject, a number, a name or a deed says something", () => {
  const text = `There are many things to consider in general. The cache was stale. It took 40 minutes of sleep. We rewrote modules.
    It ran on Kafka streams. I think it is a really good question.`;
  expect(informativeSentences(readSentences(text), expected).map((sentence) => sentence.text)).toEqual([
    "The cache was stale.",
    "It took 40 minutes of sleep.",
    "We rewrote modules.",
    "It ran on Kafka streams.",
  ]);
});

test("a list without grammar and praise of oneself say nothing", () => {
  expect(
    informativeSentences(readSentences("Cache, server, lock, table, bug. I am a passionate engineer."), expected),
  ).toEqual([]);
});
