import { expect, it, test } from "vitest";
import { judgeSound, type SoundSigns } from "./sound-signs.ts";

const good: SoundSigns = {
  soundSeconds: 40,
  speechShare: 0.7,
  snrDb: 22,
  clippedShare: 0.001,
  compressionRatio: 1.6,
  agreement: null,
};

it.each([
  [{ snrDb: 8.8 }, ["noise"]],
  [{ clippedShare: 0.25 }, ["clipping"]],
  [{ speechShare: 0.02 }, ["little_speech"]],
  [{ compressionRatio: 2.6 }, ["repetition"]],
  [{ agreement: 0.6, snrDb: 7 }, ["noise", "disagreement"]],
] as const)("of %j somebody should listen, because of %j", (signs, reasons) => {
  expect(judgeSound({ ...good, ...signs })).toEqual({ verdict: "listen", reasons });
});

test("what is good, and what nobody could measure, is no reason", () => {
  expect(judgeSound(good)).toEqual({ verdict: "good", reasons: [] });
  const silent = { ...good, speechShare: 0, snrDb: null, compressionRatio: null };
  expect(judgeSound(silent).verdict).toBe("good");
});
