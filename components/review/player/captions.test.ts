import { expect, test } from "vitest";
import type { ReviewQuestion } from "../../../lib/contract/review.ts";
import { captionsOf } from "./captions.ts";

function question(
  asked: number | null,
  answer: { at: number | null; seconds: number; text: string | null } | null,
  file = 1,
) {
  return {
    media_file: 1,
    text: "Why <b>this</b>?",
    media_offset_seconds: asked,
    answer: answer && {
      text: "Whatever was written.",
      spoken_text: answer.text,
      said: [],
      media_file: file,
      media_offset_seconds: answer.at,
      duration_seconds: answer.seconds,
    },
  } as ReviewQuestion;
}

test("a question stands until its answer begins, and markup in it is only text", () => {
  const cues = captionsOf([question(3661.5, { at: 3665, seconds: 10, text: "Because." })], 1, "en");
  expect(cues).toBe(
    "WEBVTT\n\n01:01:01.500 --> 01:01:05.000\nQuestion: Why &lt;b&gt;this&lt;/b&gt;?\n\n01:01:05.000 --> 01:01:15.000\nBecause.",
  );
});

test("a long answer is cut between words and fills its length", () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
  const blocks = captionsOf([question(null, { at: 0, seconds: 60, text: words })], 1, "en")
    .split("\n\n")
    .slice(1);
  expect(blocks.length).toBeGreaterThan(3);
  expect(blocks.map((block) => block.split("\n")[1]).join(" ")).toBe(words);
  expect(blocks.at(-1)).toContain("--> 00:01:00.000");
});

test("what has no place in the recording has no caption", () => {
  expect(captionsOf([question(null, { at: null, seconds: 5, text: "Typed." }), question(null, null)], 1, "en")).toBe(
    "WEBVTT",
  );
});

test("what was only written is no caption, because nobody said it", () => {
  const cues = captionsOf([question(1, { at: 4, seconds: 10, text: null })], 1, "en");
  expect(cues).toBe("WEBVTT\n\n00:00:01.000 --> 00:00:07.000\nQuestion: Why &lt;b&gt;this&lt;/b&gt;?");
  expect(captionsOf([question(1, { at: 1, seconds: 10, text: null })], 1, "en")).toBe(cues); // begun as it was asked
});

test("words whose times are known stand when they are said, between breaths, and as long as they can be read", () => {
  const said = [
    { text: "Because", start: 5, end: 5.4 },
    { text: "guessing", start: null, end: null },
    { text: "wastes", start: 5.9, end: 6.3 },
    { text: "time.", start: 6.3, end: 6.8 },
    { text: "Always.", start: 9, end: 9.2 },
    { text: "um", start: null, end: null },
  ];
  const asked = question(1, { at: 4, seconds: 60, text: "Because guessing wastes time. Always. um" });
  const timed = { ...asked, answer: { ...asked.answer, said } } as ReviewQuestion;
  expect(captionsOf([timed], 1, "en").split("\n\n").slice(2)).toEqual([
    "00:00:05.000 --> 00:00:06.800\nBecause guessing wastes time.",
    "00:00:09.000 --> 00:00:09.700\nAlways.",
  ]);
});

test("each file has the captions of what is in it", () => {
  const answered = [question(5, { at: 2, seconds: 4, text: "Beside." }, 2)];
  expect(captionsOf(answered, 1, "en")).toBe(
    "WEBVTT\n\n00:00:05.000 --> 00:00:11.000\nQuestion: Why &lt;b&gt;this&lt;/b&gt;?",
  );
  expect(captionsOf(answered, 2, "en")).toBe("WEBVTT\n\n00:00:02.000 --> 00:00:06.000\nBeside.");
});
