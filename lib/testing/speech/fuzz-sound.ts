import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { askEngine } from "../../speech/engine/ask-engine.ts";
import { SpeechError } from "../../speech/speech-error.ts";
import type { SpeechModel } from "../../speech/speech-model.ts";
import { mutate, mutationsFrom } from "../media/mutations.ts";
import { clipPath } from "./clips.ts";
import { STAND_IN_ENGINE } from "./stand-in-model.ts";
import { writeSound } from "./write-sound.ts";

const KINDS = ["opus", "aac", "wav"] as const;
/** For what takes less than a second. */
const LIMITS = { cpuSeconds: 20, wallMs: 120_000, heapMib: 256, residentMib: 800 };

/**
 * Damages the sound file of an answer and has it heard.
 *
 * @param seed says all that is done to it
 * @returns `heard`, or why not
 * @throws whatever else comes than a SpeechError
 */
export async function fuzzSound(seed: number, model: SpeechModel, folder: string): Promise<string> {
  const kind = KINDS[seed % KINDS.length] ?? "wav";
  const whole = kind === "wav" ? clipPath("speech") : await writeSound(join(folder, `${seed}-whole`), kind);
  const bytes = await readFile(whole);
  const path = join(folder, `${seed}-damaged`);
  await writeFile(path, mutate(bytes, mutationsFrom(seed, bytes.byteLength)));
  const request = { path, model, second: null, language: "en", threads: 1 };
  return askEngine({ ...request, script: STAND_IN_ENGINE, limits: LIMITS }).then(
    () => "heard",
    (error: unknown) => {
      if (error instanceof SpeechError) return error.failure.why;
      throw error;
    },
  );
}
