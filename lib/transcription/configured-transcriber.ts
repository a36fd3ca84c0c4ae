import { openAiTranscriber } from "../ai/openai-transcribe.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { env } from "../env.ts";

/** The transcriber this installation is configured for, or null: then spoken answers are for a person to listen to. */
export function configuredTranscriber(): Transcriber | null {
  const { ai } = env();
  if (!ai.enabled || ai.transcriptionModel === undefined) return null;
  return openAiTranscriber({ ...ai, transcriptionModel: ai.transcriptionModel });
}
