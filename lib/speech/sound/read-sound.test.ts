import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { bytesOf, fixtureFiles } from "../../testing/media/parts.ts";
import { clipPath, wordsIn } from "../../testing/speech/clips.ts";
import { knownClips, knownWords } from "../../testing/speech/known-clips.ts";
import { clipped, concat, melody, samplesOf, silence, writeWav } from "../../testing/speech/samples.ts";
import { writeSound } from "../../testing/speech/write-sound.ts";
import { SAMPLE_RATE } from "./read-sound.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-sound-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function fixture(name: string): Promise<string> {
  const path = join(folder, name.replaceAll("/", "-"));
  await writeFile(path, await bytesOf(await fixtureFiles(name)));
  return path;
}

/** How far the words of speech.wav that are found in it are from where they are said, in seconds. */
async function wordTimes(samples: Float32Array): Promise<number[]> {
  const heard = knownWords(samples, await knownClips());
  return wordsIn("speech").map(({ start }, at) => (heard[at]?.start ?? Number.NaN) - start);
}

describe.each([
  ["chrome-webm/segment-0", "Opus in WebM"],
  ["chrome-mkv-h264", "Opus in Matroska"],
  ["chrome-mp4", "Opus in MP4"],
  ["ogg-opus", "Opus in Ogg"],
  ["safari-like-mp4", "AAC in MP4"],
])("of %s", (name, what) => {
  it(`${what} sounds as what was said into the microphone, at the same time`, async () => {
    const samples = await samplesOf(await fixture(name));
    const times = await wordTimes(samples);
    expect(times.every((time) => Math.abs(time) < 0.12)).toBe(true);
    expect(samples.every((sample) => Number.isFinite(sample) && Math.abs(sample) < 1.5)).toBe(true);
  });
});

test.each([8_000, 22_050, 44_100, 48_000])("a WAV of %i samples a second is brought to 16 kHz", async (rate) => {
  const tone = Float32Array.from({ length: rate * 2 }, (_, at) => 0.5 * Math.sin((2 * Math.PI * 440 * at) / rate));
  const samples = await samplesOf(await writeWav(join(folder, `${rate}.wav`), tone, rate));
  expect(Math.abs(samples.length / SAMPLE_RATE - 2)).toBeLessThan(0.02);
  const rises = samples.filter((sample, at) => sample >= 0 && (samples[at - 1] ?? 0) < 0).length;
  expect(Math.abs(rises / 2 - 440)).toBeLessThan(3);
});

test("both sides of a stereo recording are heard", async () => {
  const [left, right] = [concat(melody(1), silence(1)), concat(silence(1), melody(1))];
  const samples = await samplesOf(await writeWav(join(folder, "stereo.wav"), [left, right]));
  const loud = (from: number) =>
    samples.subarray(from * SAMPLE_RATE, (from + 1) * SAMPLE_RATE).some((one) => one > 0.05);
  expect([loud(0), loud(1), samples.length / SAMPLE_RATE]).toEqual([true, true, 2]);
});

test.each(["opus", "aac"] as const)("a hole in %s is silence, so what comes after it keeps its time", async (codec) => {
  const path = await writeSound(join(folder, `hole-${codec}`), codec, {
    leaveOut: (seconds) => seconds > 2 && seconds < 3.5,
  });
  const samples = await samplesOf(path);
  const middle = samples.subarray(2.2 * SAMPLE_RATE, 3.3 * SAMPLE_RATE);
  expect(middle.every((sample) => sample === 0)).toBe(true);
  const whole = await samplesOf(await writeSound(join(folder, `whole-${codec}`), codec));
  expect(Math.abs(samples.length - whole.length)).toBeLessThan(0.05 * SAMPLE_RATE);
  const [a, b] = [samples, whole].map((all) => all.subarray(4 * SAMPLE_RATE, 6 * SAMPLE_RATE)) as [
    Float32Array,
    Float32Array,
  ];
  expect(alike(a, b)).toBeGreaterThan(0.95);
});

test.each(["opus", "aac"] as const)("a damaged packet of %s costs itself and nothing else", async (codec) => {
  const damage = (data: Uint8Array, seconds: number) =>
    seconds > 2 && seconds < 2.1 ? data.map((byte) => byte ^ 0xa5) : data;
  const damaged = await samplesOf(await writeSound(join(folder, `damaged-${codec}`), codec, { damage }));
  const whole = await samplesOf(await writeSound(join(folder, `good-${codec}`), codec));
  for (const [from, to] of [
    [0, 1.9],
    [2.3, 6.5],
  ] as const) {
    const [a, b] = [damaged, whole].map((all) => all.subarray(from * SAMPLE_RATE, to * SAMPLE_RATE)) as [
      Float32Array,
      Float32Array,
    ];
    expect(alike(a, b)).toBeGreaterThan(0.95);
  }
});

test("a file that was cut off gives what there is", async () => {
  const bytes = await bytesOf([await fixture("chrome-webm/segment-0")]);
  const path = join(folder, "cut-off.webm");
  await writeFile(path, bytes.subarray(0, bytes.length / 2));
  const seconds = (await samplesOf(path)).length / SAMPLE_RATE;
  expect(seconds).toBeGreaterThan(3);
  expect(seconds).toBeLessThan(5);
});

test("a wrong sample rate in the header makes other sound and no error; an impossible one is told", async () => {
  const samples = await samplesOf(clipPath("read-3"));
  const wrong = await samplesOf(await writeWav(join(folder, "wrong-rate.wav"), samples, 8_000));
  expect(Math.abs(wrong.length / samples.length - 2)).toBeLessThan(0.01);
  for (const rate of [0, 1, 4_000_000_000]) {
    const path = await writeWav(join(folder, `rate-${rate}.wav`), samples.subarray(0, 16_000), rate);
    await expect(samplesOf(path)).rejects.toMatchObject({ name: "SoundUnreadable" });
  }
});

test("more than a file can hold is told apart from loud", async () => {
  const samples = await samplesOf(await writeWav(join(folder, "loud.wav"), clipped(melody(1), 12)));
  expect(samples.filter((sample) => Math.abs(sample) > 0.999).length).toBeGreaterThan(1_000);
});

test.each([
  ["an empty file", async () => Buffer.alloc(0)],
  ["bytes that are no media", async () => Buffer.alloc(5_000, "no sound ")],
  ["a picture without sound", async () => bytesOf(await fixtureFiles("phone-turned-webm"))],
  ["the header of a WAV alone", async () => (await bytesOf([clipPath("speech")])).subarray(0, 44)],
])("%s has no sound, which is told", async (name, bytes) => {
  const path = join(folder, name.replaceAll(" ", "-"));
  await writeFile(path, await bytes());
  await expect(samplesOf(path)).rejects.toMatchObject({ name: "SoundUnreadable" });
});

test("a file that is not there is the disk's error", async () => {
  await expect(samplesOf(join(folder, "nowhere"))).rejects.toMatchObject({ code: "ENOENT" });
});

/** Pearson's correlation, at the best of the few samples that decoders may lie apart. */
function alike(one: Float32Array, other: Float32Array): number {
  const at = (shift: number) => {
    let [sumAB, sumAA, sumBB] = [0, 0, 0];
    for (let index = 500; index < one.length - 500; index++) {
      const [a, b] = [one[index] ?? 0, other[index + shift] ?? 0];
      sumAB += a * b;
      sumAA += a * a;
      sumBB += b * b;
    }
    return sumAB / Math.sqrt(sumAA * sumBB);
  };
  return Math.max(...Array.from({ length: 41 }, (_, shift) => at(shift - 20)));
}
