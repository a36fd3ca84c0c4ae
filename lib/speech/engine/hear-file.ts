import { resolve } from "node:path";
import { type EngineAccount, soundSigns } from "../../ai/heard-account.ts";
import { type Heard, readHeard } from "../../ai/read-heard.ts";
import type { SoundQuality, SoundSigns } from "../../domain/sound-signs.ts";
import type { SpeechModel } from "../speech-model.ts";
import { askEngine } from "./ask-engine.ts";

export type HearFile = {
  /** Absolute. Any of WebM, Matroska, MP4, Ogg and WAV with Opus, AAC or PCM in it. */
  path: string;
  model: SpeechModel;
  /** Hears it too, so that the two can be compared. */
  second?: SpeechModel;
  /** ISO 639 such as `en`; `*`: whatever the model hears. */
  language: string;
  threads: number;
  /** The program that hears; absent: our own. It speaks the protocol of protocol.ts. */
  script?: URL;
  signal?: AbortSignal;
  /** How long it may be; absent: 20 minutes. */
  soundSeconds?: number;
};

export type HeardFile = Heard & { engine: EngineAccount; signs: SoundSigns; quality: SoundQuality };

/**
 * Writes down what is said in a file, in a process of its own.
 *
 * @throws SpeechError with the reason where it could not
 */
export async function hearFile({ path, second, ...how }: HearFile): Promise<HeardFile> {
  const answer = await askEngine({ path: resolve(path), second: second ?? null, ...how });
  const { engine, signs, quality } = answer;
  return { ...readHeard(JSON.stringify(answer)), engine, signs: soundSigns(signs), quality };
}
