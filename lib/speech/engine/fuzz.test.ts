import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fuzzSound } from "../../testing/speech/fuzz-sound.ts";
import { standInModel } from "../../testing/speech/stand-in-model.ts";
import type { SpeechModel } from "../speech-model.ts";

let folder: string;
let model: SpeechModel;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fuzz-sound-"));
  model = await standInModel(join(folder, "model"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  "sound damaged by seed %i is heard as far as it goes, or has none",
  async (seed) => {
    expect(["heard", "sound_unreadable"]).toContain(await fuzzSound(seed, model, folder));
  },
  120_000,
);
