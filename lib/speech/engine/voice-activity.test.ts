import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it, test } from "vitest";
import { CLIP_NAMES, clipPath, wordsIn } from "../../testing/speech/clips.ts";
import { concat, melody, noisy, pinkNoise, samplesOf, silence } from "../../testing/speech/samples.ts";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import { VOICE_ACTIVITY_MODEL, voiceActivity } from "./voice-activity.ts";

function spansIn(samples: Float32Array): { from: number; to: number }[] {
  const voices = voiceActivity();
  const spans = [];
  for (let at = 0; at < samples.length; at += 7_000) spans.push(...voices.push(samples.subarray(at, at + 7_000)));
  return [...spans, ...voices.flush()].map(({ from, to }) => ({ from: from / SAMPLE_RATE, to: to / SAMPLE_RATE }));
}

test("the network is Silero's own, byte for byte", () => {
  const digest = createHash("sha256").update(readFileSync(VOICE_ACTIVITY_MODEL)).digest("hex");
  expect(digest).toBe("1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3");
});

it.each(CLIP_NAMES)("hears somebody wherever a word of %s is said", async (name) => {
  const spans = spansIn(await samplesOf(clipPath(name)));
  const unheard = wordsIn(name).filter(({ start, end }) => {
    const middle = (start + end) / 2;
    return !spans.some(({ from, to }) => middle > from - 0.1 && middle < to + 0.1);
  });
  expect(unheard).toEqual([]);
});

it.each([
  ["silence", () => silence(10)],
  ["noise", () => pinkNoise(10)],
  ["a melody", () => melody(10)],
])("hears nobody in %s", (_, sound) => {
  expect(spansIn(sound())).toEqual([]);
});

it("tells when somebody speaks amid silence and noise", async () => {
  const speech = await samplesOf(clipPath("read-3"));
  const [span, ...others] = spansIn(noisy(concat(silence(3), speech, silence(3)), 10));
  expect(others).toEqual([]);
  expect(Math.abs((span?.from ?? 0) - 3.27)).toBeLessThan(0.3);
  expect(Math.abs((span?.to ?? 0) - 8.3)).toBeLessThan(0.4);
});
