import { openAiChat } from "../ai/openai-chat.ts";
import { openAiTranscriber } from "../ai/openai-transcribe.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { env } from "../env.ts";
import { CONFIGURED_SPEECH } from "../transcription/configured-speech.ts";
import type { LocalSpeech } from "../transcription/local-speech.ts";
import { type Hearer, hearInChild } from "./hearing/hear-in-child.ts";
import { llmScorer } from "./llm/llm-scorer.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";
import { sandboxScorer } from "./sandbox/sandbox-scorer.ts";
import type { Scorer } from "./scorer.ts";

/** What an analysis is made with. */
export type Tools = {
  /** @param requested `offline`: somebody asked for the rubric's estimate; anything else: what is configured */
  scorerFor(requested: string): Scorer;
  /** An endpoint that transcribes. Null: none does. */
  transcriberFor(requested: string): Transcriber | null;
  /** What writes down answers on this machine, as they come, and how long scores wait for it. Null or absent: nothing does. */
  speech?(): { words: LocalSpeech; waitMs: number } | null;
  /** Questions at a time. */
  concurrency(): number;
  /** Hears spoken answers again, for the error of their scores; absent: nobody does. */
  hear?: Hearer;
};

const DEFAULT_CONCURRENCY = 4;

/** Nothing leaves a sandbox and nothing is paid for in it, whatever is configured or asked for. */
export const SANDBOX: Tools = {
  scorerFor: () => sandboxScorer,
  transcriberFor: () => null,
  concurrency: () => DEFAULT_CONCURRENCY,
};

/** By the environment: the model where one is named, otherwise the rubric. One never stands in for the other by itself. */
export const CONFIGURED: Tools = {
  hear: hearInChild,
  scorerFor(requested) {
    const { ai } = env();
    if (requested === "offline" || !ai.enabled || ai.model === undefined) return offlineRubric;
    const { model, secondModel, samples, concurrency } = ai;
    return llmScorer({ chat: openAiChat(ai), model, secondModel, samples, concurrency });
  },
  /** The rubric's estimate is what one asks for when the endpoint is away, so it asks nobody. */
  transcriberFor(requested) {
    const { ai, speech } = env();
    if (requested === "offline" || speech.model !== "off") return null;
    if (!ai.enabled || ai.transcriptionModel === undefined) return null;
    return openAiTranscriber({ ...ai, transcriptionModel: ai.transcriptionModel });
  },
  speech() {
    const { speech } = env();
    return speech.model === "off" ? null : { words: CONFIGURED_SPEECH, waitMs: speech.waitMs };
  },
  concurrency() {
    const { ai } = env();
    return ai.enabled ? ai.concurrency : DEFAULT_CONCURRENCY;
  },
};
