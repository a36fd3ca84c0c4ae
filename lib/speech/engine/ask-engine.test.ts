import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { clipPath, textIn } from "../../testing/speech/clips.ts";
import {
  clipped,
  concat,
  melody,
  noisy,
  pinkNoise,
  samplesOf,
  silence,
  together,
  writeWav,
} from "../../testing/speech/samples.ts";
import { STAND_IN_ENGINE, standInModel } from "../../testing/speech/stand-in-model.ts";
import { writeSound } from "../../testing/speech/write-sound.ts";
import type { SpeechModel } from "../speech-model.ts";
import { type AskEngine, askEngine } from "./ask-engine.ts";
import { VOICE_ACTIVITY_MODEL } from "./voice-activity.ts";
import { wordErrors } from "./word-errors.ts";

let folder: string;
let model: SpeechModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ask-engine-"));
  model = await standInModel(join(folder, "model"));
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (path: string, more: Partial<AskEngine> = {}) =>
  askEngine({ path, model, second: null, language: "en", threads: 1, script: STAND_IN_ENGINE, ...more });

const hear = async (name: string, samples: Float32Array) => ask(await writeWav(join(folder, `${name}.wav`), samples));

/** A program in the engine's place. */
async function engineThat(name: string, does: string): Promise<URL> {
  const path = join(folder, `${name}.ts`);
  await writeFile(
    path,
    `import { serveTask, tellParent } from "${new URL("../../children/serve-task.ts", import.meta.url)}";
serveTask(async () => { ${does} });`,
  );
  return new URL(`file://${path}`);
}

describe("where nobody says a word there is none", () => {
  it.each([
    ["silence", () => silence(8)],
    ["noise", () => pinkNoise(8)],
    ["music", () => melody(8)],
  ])("in %s", async (name, sound) => {
    const heard = await hear(name, sound());
    expect(heard).toMatchObject({ text: "", words: [], segments: [], timed: "none" });
    expect(heard.signs).toMatchObject({ speech_share: 0, snr_db: null });
    expect(heard.quality.verdict).toBe("good");
  });
});

test("two voices at once are heard as somebody speaking, whoever it is", async () => {
  const [one, other] = [await samplesOf(clipPath("read-1")), await samplesOf(clipPath("jfk"))];
  const { words, signs } = await hear("two-voices", together(one, other));
  expect(signs.speech_share).toBeGreaterThan(0.9);
  expect(words.every(({ start, end }) => start <= end && end <= signs.sound_seconds)).toBe(true);
});

test("words keep their time behind a hole in the recording", async () => {
  const path = await writeSound(join(folder, "hole"), "opus", { leaveOut: (at) => at > 0 && at < 2.7 });
  const { words } = await ask(path);
  const reduced = words.find(({ word }) => word === "reduced");
  expect(Math.abs((reduced?.start ?? 0) - 3.98)).toBeLessThan(0.15);
});

test("twenty minutes are heard within their limits of memory and time", async () => {
  const path = await writeSound(join(folder, "twenty-minutes"), "opus", { times: 150 });
  const { words, signs, engine } = await ask(path, { soundSeconds: 1_200 });
  expect(signs.sound_seconds).toBeGreaterThan(1_180);
  expect(words.filter(({ word }) => word === "Python").length).toBeGreaterThan(140);
  expect(words.every(({ start }, at) => at === 0 || start >= (words[at - 1]?.start ?? 0))).toBe(true);
  expect(engine.peak_mib).toBeLessThan(450);
}, 240_000);

describe("what was measured tells whether the words can be trusted", () => {
  it.each([
    ["as it is", (samples: Float32Array) => samples, []],
    ["in a room that is not quite quiet", (samples: Float32Array) => noisy(samples, 20), []],
    ["in noise in which it can still be understood", (samples: Float32Array) => noisy(samples, 10), []],
    ["in noise in which words are lost", (samples: Float32Array) => noisy(samples, 4), ["noise"]],
    ["a little too loud", (samples: Float32Array) => clipped(samples, 12), []],
    ["far too loud", (samples: Float32Array) => clipped(samples, 20), ["clipping"]],
  ] as const)("of somebody %s", async (name, change, reasons) => {
    const samples = change(await samplesOf(clipPath("jfk")));
    const { quality } = await hear(name, samples);
    expect(quality).toEqual({ verdict: reasons.length === 0 ? "good" : "listen", reasons });
  });
});

describe("one try fails, with the reason,", () => {
  it.each([
    ["at a file that is empty", async () => ""],
    ["at bytes that are no sound", async () => "no sound at all, but text"],
  ])("%s", async (name, content) => {
    const path = join(folder, name.replaceAll(" ", "-"));
    await writeFile(path, await content());
    await expect(ask(path)).rejects.toMatchObject({ failure: { why: "sound_unreadable" } });
  });

  it("where the model does not have the language", async () => {
    const german = ask(clipPath("jfk"), { language: "de-AT" });
    await expect(german).rejects.toMatchObject({ failure: { why: "language", language: "de" }, kind: "refused" });
    const second = { ...model, languages: ["fr"] };
    await expect(ask(clipPath("jfk"), { second })).rejects.toMatchObject({ failure: { why: "language" } });
    const whatever = { ...model, languages: ["*"] };
    await expect(ask(clipPath("jfk"), { model: whatever, language: "tlh" })).rejects.toMatchObject({
      failure: { why: "language" },
    });
  });

  it("where a file of the model is missing", async () => {
    const files = { ...model.files, encoder: join(folder, "nowhere.onnx") };
    const asked = ask(clipPath("jfk"), { model: { ...model, files }, script: undefined });
    await expect(asked).rejects.toMatchObject({ failure: { why: "model_unreadable" } });
  });

  it.each([
    ["cut in half", 0.5],
    ["empty", 0],
  ])("where a file of the model is %s", async (name, share) => {
    const encoder = join(folder, `${name}-encoder.int8.onnx`);
    const file = await open(VOICE_ACTIVITY_MODEL);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(3_000_000) });
    await file.close();
    await writeFile(encoder, buffer.subarray(0, bytesRead * share));
    const half = { ...model, files: { ...model.files, encoder, decoder: encoder } };
    const asked = ask(clipPath("jfk"), { model: half, script: undefined });
    await expect(asked).rejects.toMatchObject({ failure: { why: "model_unreadable" } });
  });

  it("where native code breaks down while it hears", async () => {
    const script = await engineThat("aborts", `tellParent({ progress: { stage: "hearing" } }); process.abort();`);
    await expect(ask(clipPath("jfk"), { script })).rejects.toMatchObject({ failure: { why: "engine_crashed" } });
  });

  it("where somebody ends the process in the middle", async () => {
    const script = await engineThat(
      "is-killed",
      `tellParent({ progress: { stage: "loading" } }); process.kill(process.pid, "SIGKILL"); return new Promise(() => {});`,
    );
    await expect(ask(clipPath("jfk"), { script })).rejects.toMatchObject({ failure: { why: "engine_crashed" } });
  });

  it("where it answers what nobody understands", async () => {
    const script = await engineThat("says-rubbish", `return { heard: { text: 7 } };`);
    await expect(ask(clipPath("jfk"), { script })).rejects.toMatchObject({ failure: { why: "engine_crashed" } });
  });

  const limits = { cpuSeconds: 20, wallMs: 60_000, heapMib: 256, residentMib: 1_000 };
  it.each([
    ["computing_time", `for (;;) {}`, { cpuSeconds: 1 }],
    [
      "memory",
      `const all = []; for (;;) { all.push(Buffer.alloc(20_000_000, 1)); await new Promise((go) => setTimeout(go, 200)); }`,
      { residentMib: 300 },
    ],
    ["time", `return new Promise((done) => setTimeout(done, 1e9));`, { wallMs: 3_000 }],
  ] as const)("where it takes more %s than it may", async (limit, does, more) => {
    const script = await engineThat(`takes-${limit}`, `tellParent({ progress: { stage: "hearing" } }); ${does}`);
    const asked = ask(clipPath("jfk"), { script, limits: { ...limits, ...more } });
    await expect(asked).rejects.toMatchObject({ failure: { why: "limit_reached", limit } });
  });
});

test("a part that was cut off gives the words that are there", async () => {
  const samples = await samplesOf(clipPath("jfk"));
  const path = await writeWav(join(folder, "cut.wav"), samples);
  const file = await open(path, "r+");
  await file.truncate(44 + samples.length);
  await file.close();
  const { text, signs } = await ask(path);
  expect(Math.abs(signs.sound_seconds - 5.5)).toBeLessThan(0.1);
  expect(textIn("jfk").startsWith(text.split(" ").slice(0, 6).join(" "))).toBe(true);
});

test("a wrong sample rate in the header makes other words and no error", async () => {
  const path = await writeWav(join(folder, "wrong-rate.wav"), concat(await samplesOf(clipPath("jfk"))), 44_100);
  const { signs } = await ask(path);
  expect(Math.abs(signs.sound_seconds - (11 * 16) / 44.1)).toBeLessThan(0.1);
});

test("a voice on one side of two is heard", async () => {
  const samples = await samplesOf(clipPath("read-3"));
  const path = await writeWav(join(folder, "one-side.wav"), [silence(samples.length / 16_000), samples]);
  expect(wordErrors(textIn("read-3"), (await ask(path)).text).errors).toBe(0);
});
