import { expect, test } from "vitest";
import { coachingNotes } from "./coaching.ts";

const PLAIN = "I went to the shop. I saw a dog. It ran to me and I gave it a bit of food. ".repeat(2);
const HARD =
  "Organisational prioritisation necessitates comprehensive interdepartmental communication, notwithstanding considerable administrative complications. ".repeat(
    4,
  );

test("fillers are counted in a hundred words, alone and in pairs", () => {
  const text = "Um, I read the plan, you know, and then I sort of add the index.";
  expect(coachingNotes(text, null)?.fillerRate).toBe(20); // um, you know, sort of in 15 words
});

test("the speaking rate needs a known length that means something", () => {
  expect(coachingNotes(PLAIN, 24)?.wordsPerMinute).toBe(105); // 42 words
  for (const duration of [null, 0, 2]) expect(coachingNotes(PLAIN, duration)?.wordsPerMinute).toBeNull();
});

test("plain text reads easily and hard text does not", () => {
  expect(coachingNotes(PLAIN, null)?.readingEase).toBeGreaterThan(90);
  expect(coachingNotes(HARD, null)?.readingEase).toBe(0);
});

test("nothing is said about a few words, nor about the sentences of text that has none", () => {
  expect(coachingNotes("An index.", 30)).toEqual({ fillerRate: null, wordsPerMinute: null, readingEase: null });
  expect(coachingNotes(PLAIN.replaceAll(".", ""), null)?.readingEase).toBeNull();
  for (const nothing of [null, "", " …"]) expect(coachingNotes(nothing, 30)).toBeNull();
});
