import type { CallLog } from "../../ai/call-log.ts";
import type { Chat } from "../../ai/chat.ts";
import type { Scorer } from "../scorer.ts";
import type { Asking } from "./ask.ts";
import { limitCalls } from "./limit-calls.ts";
import { narrate } from "./narrate.ts";
import { ANCHORS_VERSION, PROMPT_VERSION } from "./rubric-anchors.ts";
import { scoreQuestion } from "./score-question.ts";

/** Moves whenever the same outputs of a model could become other levels, quotes or flags. */
export const LLM_SCORER_VERSION = "llm-scorer-1.1.0";

export type LlmScorerSettings = {
  chat: Chat;
  model: string;
  /** Readings of each answer, at least 1. */
  samples: number;
  /** Calls under way at once over all questions. */
  concurrency: number;
};

/**
 * A scorer that asks a language model, and believes it only as far as its quotes stand in the answer. It adds nothing up:
 * totals are computed by the pipeline.
 */
export function llmScorer({ chat, model, samples, concurrency }: LlmScorerSettings): Scorer {
  const limited = limitCalls(chat, concurrency);
  const versions = { prompt: PROMPT_VERSION, rubric: ANCHORS_VERSION, scorer: LLM_SCORER_VERSION };
  const asking = (calls: CallLog): Asking => ({ chat: limited, model, versions, calls });
  return {
    identity: {
      method: "openai_compatible",
      host: chat.host,
      model,
      rubricVersion: versions.rubric,
      promptVersion: versions.prompt,
      scorerVersion: versions.scorer,
    },
    scoreQuestion: (question, context, calls) => scoreQuestion(asking(calls), question, context, samples),
    narrate: (findings, categories, calls) => narrate(asking(calls), findings, categories),
  };
}
