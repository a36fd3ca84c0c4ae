import { expect, test } from "vitest";
import { judgeAudio } from "./audio-quality.ts";

/** Ten seconds: pauses at the room's level, words at the voice's. */
const talk = (voiceDb: number, roomDb: number) =>
  Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? roomDb : voiceDb));

test.each([
  ["a clear voice in a quiet room", -24, -60, "excellent"],
  ["a clear voice beside a fan", -28, -42, "good"],
  ["a voice hardly above the room", -30, -36, "fair"],
  ["a faint voice", -46, -70, "fair"],
  ["a microphone that is off", -90, -95, "poor"],
] as const)("%s", (_, voice, room, quality) => {
  expect(judgeAudio(talk(voice, room))?.quality).toBe(quality);
});

test("silence is not taken for speech", () => {
  expect(judgeAudio(talk(-80, -90))?.heard).toBe(false);
  expect(judgeAudio(talk(-25, -60))?.heard).toBe(true);
});

test("a moment is too short to judge by", () => {
  expect(judgeAudio([-20, -21, -22])).toBeNull();
});
