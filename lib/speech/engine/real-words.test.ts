import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIP_NAMES, clipPath, textIn, wordsIn } from "../../testing/speech/clips.ts";
import { matchWords } from "../../testing/speech/match-words.ts";
import { samplesOf, silence, writeWav } from "../../testing/speech/samples.ts";
import { TEST_MODELS, testModel } from "../../testing/speech/test-models.ts";
import { keepsTranscriberContract } from "../../testing/speech/transcriber-contract.ts";
import { writeSound } from "../../testing/speech/write-sound.ts";
import { localTranscriber } from "../local-transcriber.ts";
import { SAMPLE_RATE } from "../sound/read-sound.ts";
import type { SpeechModel } from "../speech-model.ts";
import { askEngine } from "./ask-engine.ts";
import type { EngineHeard } from "./protocol.ts";
import { wordErrors } from "./word-errors.ts";

/*
 * With real models, where SPEECH_TEST_MODEL names some: `npm test` is whole without. One whose folder says that its weights are random goes
 * the same way and says nonsense.
 */

const PATIENT_MS = 300_000;
const PROMPT_ENGINE = new URL("../../testing/speech/prompt-engine.ts", import.meta.url);
/** A machine speaks the other one, and small models misunderstand it. */
const PEOPLE = CLIP_NAMES.filter((name) => name !== "speech");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "real-words-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(TEST_MODELS)("the model at %s", (path) => {
  let model: SpeechModel;
  beforeAll(async () => {
    model = await testModel(path, folder);
  }, PATIENT_MS);

  const hear = (file: string): Promise<EngineHeard> =>
    askEngine({
      path: file,
      model,
      second: null,
      language: "en",
      threads: 1,
      soundSeconds: 120,
      script: PROMPT_ENGINE,
    });

  it(
    "gives words with times that lie in the sound, and probabilities exactly where it has them",
    async () => {
      const { words, timed, engine, segments } = await hear(clipPath("jfk"));
      expect(timed).toBe("words");
      expect(words.every(({ start, end }) => start <= end && end <= 11)).toBe(true);
      expect(words.every(({ start }, at) => start >= (words[at - 1]?.start ?? 0))).toBe(true);
      const known = words.filter(({ probability }) => probability !== undefined);
      expect(known).toHaveLength(model.kind === "transducer" ? words.length : 0);
      expect(segments.every(({ avg_logprob }) => (avg_logprob !== undefined) === (model.kind === "transducer"))).toBe(
        true,
      );
      expect(engine).toMatchObject({ model: model.name, model_sha256: model.sha256 });
      expect(engine.peak_mib).toBeLessThan(700);
    },
    PATIENT_MS,
  );

  it(
    "hears nothing where nobody speaks",
    async () => {
      expect(await hear(await writeWav(join(folder, "silence.wav"), silence(5)))).toMatchObject({
        text: "",
        words: [],
      });
    },
    PATIENT_MS,
  );

  it(
    "takes a word that is shorter than any encoder likes",
    async () => {
      const samples = (await samplesOf(clipPath("cards-005"))).slice(0.19 * SAMPLE_RATE, 0.45 * SAMPLE_RATE);
      const { signs } = await hear(await writeWav(join(folder, "short.wav"), samples));
      expect(signs.sound_seconds).toBeCloseTo(0.26);
    },
    PATIENT_MS,
  );

  const speaks = !/random/.test(path);

  it.runIf(speaks)(
    "says at least 88 of 100 words, and nine in ten of them within 0.3 s of when they begin",
    async () => {
      let [errors, words, near, matched] = [0, 0, 0, 0];
      for (const name of PEOPLE) {
        const heard = await hear(clipPath(name));
        const found = wordErrors(textIn(name), heard.text);
        [errors, words] = [errors + found.errors, words + found.words];
        for (const { said, written } of matchWords(wordsIn(name), heard.words)) {
          matched++;
          if (Math.abs(said.start - written.start) <= 0.3) near++;
        }
      }
      expect(errors / words).toBeLessThanOrEqual(0.12);
      expect(near / matched).toBeGreaterThanOrEqual(0.9);
    },
    PATIENT_MS,
  );

  it.runIf(speaks)(
    "understands what browsers recorded, as Opus and as AAC",
    async () => {
      for (const codec of ["opus", "aac"] as const) {
        const { text } = await hear(await writeSound(join(folder, codec), codec));
        const { errors, words } = wordErrors(textIn("speech"), text.split(" ").slice(0, 24).join(" "));
        expect(text).toContain("In my last project I reduced the latency");
        expect(errors / words).toBeLessThanOrEqual(0.4);
      }
    },
    PATIENT_MS,
  );

  describe.runIf(speaks)("as a transcriber", () =>
    keepsTranscriberContract(async () =>
      localTranscriber({ model, language: "en", threads: 1, concurrency: 1, script: PROMPT_ENGINE }),
    ),
  );
});

it.skipIf(TEST_MODELS.length > 0)("is tried where SPEECH_TEST_MODEL names a model", () => {
  expect(TEST_MODELS).toEqual([]);
});
