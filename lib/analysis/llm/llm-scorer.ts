import type { CallLog } from "../../ai/call-log.ts";
import type { Chat } from "../../ai/chat.ts";
import type { Scorer } from "../scorer.ts";
import type { Asking } from "./ask.ts";
import { limitCalls } from "./limit-calls.ts";
import { narrate } from "./narrate.ts";
import { ANCHORS_VERSION, PROMPT_VERSION } from "./rubric-anchors.ts";
import { scoreQuestion } from "./score-question.ts";

/** Moves whenever the same outputs of a model could become other levels, quotes or flags. */
export const LLM_SCORER_VERSION = "llm-scorer-1.2.0";

export type LlmScorerSettings = {
  chat: Chat;
  model: string;
  /** Another that must judge each answer, too, at the same endpoint; absent: one is enough. */
  secondModel?: string | undefined;
  /** Readings of each answer by each model, at least 1. */
  samples: number;
  /** Calls under way at once over all questions. */
  concurrency: number;
};

/**
 * A scorer that asks a language model, and believes it only as far as its quotes stand in the answer. It adds nothing up:
 * totals are computed by the pipeline. Where two models are required, a score is the mean of both, and neither stands in for the other: what
 * one cannot score fails. The first writes the overall words.
 */
export function llmScorer({ chat, model, secondModel, samples, concurrency }: LlmScorerSettings): Scorer {
  const limited = limitCalls(chat, concurrency);
  const versions = { prompt: PROMPT_VERSION, rubric: ANCHORS_VERSION, scorer: LLM_SCORER_VERSION };
  const asking = (calls: CallLog): Asking => ({ chat: limited, model, versions, calls });
  const models = secondModel === undefined ? [model] : [model, secondModel];
  const all = (calls: CallLog) => models.map((each) => ({ ...asking(calls), model: each }));
  return {
    identity: {
      method: "openai_compatible",
      host: chat.host,
      model: models.join(" + "),
      rubricVersion: versions.rubric,
      promptVersion: versions.prompt,
      scorerVersion: versions.scorer,
    },
    scoreQuestion: (question, context, calls) => scoreQuestion(all(calls), question, context, samples),
    narrate: (findings, categories, calls) => narrate(asking(calls), findings, categories),
  };
}
