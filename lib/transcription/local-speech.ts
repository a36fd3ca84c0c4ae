import type { Transcriber } from "../ai/transcribe.ts";
import type { Happened } from "../words/happened.ts";

/** Nothing on this machine can write it down: `isSoon` while a model is on its way. */
export type NoTranscriber = { reason: Happened; isSoon: boolean };

/** What writes down answers on this machine. */
export type LocalSpeech = {
  /** @param language BCP 47, of the interview */
  transcriberFor(language: string): Promise<Transcriber | NoTranscriber>;
};

export function canTranscribe(found: Transcriber | NoTranscriber): found is Transcriber {
  return "transcribe" in found;
}
