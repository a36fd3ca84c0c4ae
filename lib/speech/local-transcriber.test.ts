import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readHeard } from "../ai/read-heard.ts";
import { clipPath } from "../testing/speech/clips.ts";
import { STAND_IN_ENGINE, standInModel } from "../testing/speech/stand-in-model.ts";
import { keepsTranscriberContract } from "../testing/speech/transcriber-contract.ts";
import { localTranscriber } from "./local-transcriber.ts";
import type { SpeechModel } from "./speech-model.ts";

let folder: string;
let model: SpeechModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-transcriber-"));
  model = await standInModel(join(folder, "model"));
});
afterAll(() => rm(folder, { recursive: true }));

const local = (more: object = {}) =>
  localTranscriber({ model, language: "en-GB", threads: 1, concurrency: 1, script: STAND_IN_ENGINE, ...more });
const jfk = { path: clipPath("jfk"), mimeType: "audio/wav", fileName: "answer.wav", durationMs: 11_000 };

describe("the transcriber of this machine", () => keepsTranscriberContract(async () => local()));

test("it says what heard it, what was measured and that the words can be trusted", async () => {
  const second = { ...model, name: "another" };
  const heard = readHeard((await local({ second }).transcribe(jfk)).text);
  expect(heard).toMatchObject({
    language: "en",
    confidence: null,
    timed: "words",
    engine: { name: "sherpa-onnx", model: "stand-in", model_sha256: model.sha256, second_model: "another", threads: 1 },
    signs: { soundSeconds: 11, agreement: 1, clippedShare: 0 },
    quality: { verdict: "good", reasons: [] },
  });
  expect(heard.signs?.speechShare).toBeCloseTo(0.71, 1);
  expect(heard.signs?.snrDb).toBeGreaterThan(15);
  expect(heard.engine?.work_seconds).toBeGreaterThan(0);
}, 60_000);
