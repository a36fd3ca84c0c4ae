import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SpeechModel } from "../../speech/speech-model.ts";

/** The program to name as SPEECH_ENGINE, or to give as `script`. */
export const STAND_IN_ENGINE = new URL("./stand-in-engine.ts", import.meta.url);

/** A model for the engine that stands in: files where a model has them, and nothing to be read in them. @param folder is made */
export async function standInModel(folder: string, more: Partial<SpeechModel> = {}): Promise<SpeechModel> {
  await mkdir(folder, { recursive: true });
  const [encoder, decoder, tokens] = ["encoder.int8.onnx", "decoder.int8.onnx", "tokens.txt"].map((name) =>
    join(folder, `stand-in-${name}`),
  ) as [string, string, string];
  await Promise.all([encoder, decoder, tokens].map((path) => writeFile(path, "stand-in")));
  const files = { encoder, decoder, tokens };
  return { name: "stand-in", kind: "whisper", files, languages: ["en"], sha256: "0".repeat(64), ...more };
}
