import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { wordErrors } from "../engine/word-errors.ts";
import type { SpeechModel } from "../speech-model.ts";
import { ModelError } from "./model-error.ts";

/** Says what it hears in a file. */
export type Hear = (asked: {
  path: string;
  model: SpeechModel;
  language: string;
  threads: number;
  signal?: AbortSignal;
}) => Promise<{ text: string }>;

const CLIP = fileURLToPath(new URL("../assets/self-test.wav", import.meta.url));
const SAID = "he might even have been made amiable himself";
/** Of its words. Whisper tiny.en and base write all eight. */
const ENOUGH = 2 / 3;

/** The engine with which a test counts; with another it is made again. */
export const ENGINE: string = `sherpa-onnx ${
  (createRequire(import.meta.url)("sherpa-onnx-node/package.json") as { version: string }).version
}`;

/**
 * Hears three seconds whose words are known. A model that hears no English cannot be tried so, and counts as good.
 *
 * @throws ModelError `self_test_failed` with how many of the words it said; whatever `hear` throws
 */
export async function selfTest(model: SpeechModel, hear: Hear, signal?: AbortSignal): Promise<void> {
  if (!model.languages.includes("en") && !model.languages.includes("*")) return;
  const { text } = await hear({ path: CLIP, model, language: "en", threads: 1, signal });
  const { errors, words } = wordErrors(SAID, text);
  const matched = Math.max(0, words - errors);
  if (matched < words * ENOUGH) throw new ModelError("self_test_failed", { matched, words });
}
