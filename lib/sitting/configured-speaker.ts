import { openAiSpeaker } from "../ai/openai-speak.ts";
import type { Speaker } from "../ai/speak.ts";
import { env } from "../env.ts";

/** A candidate waits for the voice, and their browser has one of its own: what does not come soon comes too late. */
const LONGEST_TRY_MS = 15_000;
const MOST_RETRIES = 1;

/** The avatar's voice this installation is configured for, or null: then the candidate's browser speaks. */
export function configuredSpeaker(): Speaker | null {
  const { ai } = env();
  if (!ai.enabled || ai.speechModel === undefined) return null;
  const timeoutMs = Math.min(ai.timeoutMs, LONGEST_TRY_MS);
  const maxRetries = Math.min(ai.maxRetries, MOST_RETRIES);
  return openAiSpeaker({ ...ai, speechModel: ai.speechModel, timeoutMs, maxRetries });
}
