import { openAiChat } from "../../ai/openai-chat.ts";
import { llmScorer } from "../../analysis/llm/llm-scorer.ts";
import { offlineRubric } from "../../analysis/rubric/offline-rubric.ts";
import type { Scorer } from "../../analysis/scorer.ts";
import { env } from "../../env.ts";
import { CliError } from "../../runtime/cli-error.ts";

export const SCORERS = ["offline", "openai"] as const;

/**
 * The scorer that was asked for, and how many answers may be under way at once.
 * @throws CliError when a model is wanted and none is configured
 */
export function scorerNamed(name: (typeof SCORERS)[number]): { scorer: Scorer; concurrency: number } {
  if (name === "offline") return { scorer: offlineRubric, concurrency: 1 };
  const { ai } = env();
  if (!ai.enabled || ai.model === undefined) {
    throw new CliError("--scorer openai needs AI_MODEL and one of OPENAI_API_KEY and OPENAI_BASE_URL");
  }
  const { model, secondModel, samples, concurrency } = ai;
  return { scorer: llmScorer({ chat: openAiChat(ai), model, secondModel, samples, concurrency }), concurrency };
}
