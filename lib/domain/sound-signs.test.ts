import { expect, it, test } from "vitest";
import { joinSigns, judgeSound, type SoundSigns } from "./sound-signs.ts";

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

it("puts the signs of an answer's files together: by time, and of what is worst where one is enough", () => {
  const other = { ...good, soundSeconds: 10, speechShare: 0.2, snrDb: 9, clippedShare: 0.1, agreement: 0.9 };
  const joined = joinSigns([good, other]);
  expect(joined).toMatchObject({ soundSeconds: 50, compressionRatio: 1.6, agreement: 0.9 });
  expect(joined?.speechShare).toBeCloseTo(0.6);
  expect(joined?.clippedShare).toBeCloseTo(0.0208);
  expect(joined?.snrDb).toBeCloseTo((22 * 28 + 9 * 2) / 30);
  expect(joinSigns([])).toBeNull();
});
