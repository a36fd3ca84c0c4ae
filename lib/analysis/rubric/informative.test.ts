import { expect, test } from "vitest";
import { readSentences } from "../text/sentences.ts";
import { readExpectations } from "./expectations.ts";
import { informativeSentences, isIdle } from "./informative.ts";

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

test("a deed of work says something in few words, a deed of anything else does not", () => {
  const text = "I restarted the server. I liked the weather. I opened the window.";
  expect(informativeSentences(readSentences(text), expected).map((sentence) => sentence.text)).toEqual([
    "I restarted the server.",
  ]);
});

test("a hint counts beside a sentence that says something, and not between others", () => {
  const text = "The cache was stale. I restarted it. It is what it is. I smiled. Life goes on.";
  expect(informativeSentences(readSentences(text), expected).map((sentence) => sentence.text)).toEqual([
    "The cache was stale.",
    "I restarted it.",
  ]);
});

test("an anecdote of something else does not count, numbers or not, and a story that hangs together does", () => {
  const text = `The cache was stale. It had held 40 old pages. The river is 12 metres wide. My uncle
    owns three geese.`;
  expect(informativeSentences(readSentences(text), expected).map((sentence) => sentence.text)).toEqual([
    "The cache was stale.",
    "It had held 40 old pages.",
  ]);
});

test("where no sentence names anything of work or the question, none is left out for it", () => {
  const text = "The river is 12 metres wide. My uncle owns three geese.";
  expect(informativeSentences(readSentences(text), expected)).toHaveLength(2);
});

test("talk about the talk is idle, unless it says two things of the subject, a number or a name", () => {
  const idle = (text: string) => readSentences(text).map((sentence) => isIdle(sentence, expected));
  expect(idle("That's all I wanted to say. I hope that was clear. That's it for the 40 caches.")).toEqual([
    true,
    true,
    false,
  ]);
});
