import { z } from "zod";
import { EngineAccount, QualityOfSound, SignsOfSound } from "../../ai/heard-account.ts";
import type { SpeechModel } from "../speech-model.ts";

/*
 * What is said between this program and the one that hears, over the channel of a child process (lib/children): one request, `progress` on
 * the way, one reply, and it ends. Any program that Node runs can take the engine's place by speaking it.
 */

export type EngineRequest = {
  /** Of the sound: absolute. */
  path: string;
  model: SpeechModel;
  /** Hears it too. */
  second: SpeechModel | null;
  /** ISO 639 such as `en`, or `*`. */
  language: string;
  threads: number;
};

/** Told before each begins: what breaks while a model is being loaded is the model. */
export type EngineProgress = { stage: "loading" | "hearing" };

const seconds = z.number().min(0);

/** What was heard: `verbose_json` of `/audio/transcriptions` as far as it goes, with what only an engine of our own can say. */
export const EngineHeard = z.object({
  /** Empty where nobody speaks. */
  text: z.string(),
  /** ISO 639. */
  language: z.string().nullable(),
  /** Whether single words have times, or whole segments only. */
  timed: z.enum(["words", "segments", "none"]),
  words: z.array(
    z.object({
      word: z.string(),
      start: seconds,
      end: seconds,
      /** Where the model gives one. */
      probability: z.number().min(0).max(1).optional(),
    }),
  ),
  segments: z.array(
    z.object({ text: z.string(), start: seconds, end: seconds, avg_logprob: z.number().max(0).optional() }),
  ),
  engine: EngineAccount,
  signs: SignsOfSound,
  quality: QualityOfSound,
});
export type EngineHeard = z.infer<typeof EngineHeard>;

/** `language`: the model does not have it. `model_unreadable`: it does not load. `sound_unreadable`: there is no sound that can be decoded. */
const Refusal = z.enum(["language", "model_unreadable", "sound_unreadable"]);
export type Refusal = z.infer<typeof Refusal>;

export const EngineReply = z.union([z.object({ heard: EngineHeard }), z.object({ refused: Refusal })]);
export type EngineReply = z.infer<typeof EngineReply>;
