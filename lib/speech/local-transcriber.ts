import type { ChatAnswer } from "../ai/chat.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import { askEngine } from "./engine/ask-engine.ts";
import { LOCAL_HOST } from "./local-host.ts";
import type { SpeechModel } from "./speech-model.ts";

export type LocalRecogniser = {
  model: SpeechModel;
  /** Hears everything too, so that the two can be compared. */
  second?: SpeechModel | undefined;
  /** ISO 639 or BCP 47; `*`: whatever the model hears. */
  language: string;
  threads: number;
  /** Files at a time: each is heard in a process of its own. */
  concurrency: number;
  /** The program that hears; absent: our own. */
  script?: URL | undefined;
};

/** Writes down what is said on this machine's own processor. Nothing leaves it. */
export function localTranscriber({
  model,
  second,
  language,
  threads,
  concurrency,
  script,
}: LocalRecogniser): Transcriber {
  return {
    host: LOCAL_HOST,
    model: model.name,
    concurrency,
    async transcribe({ path, durationMs }, signal) {
      const startedAt = performance.now();
      const soundSeconds = durationMs === undefined ? undefined : durationMs / 1000;
      const request = { path, model, second: second ?? null, language, threads };
      const heard = await askEngine({ ...request, script, signal, soundSeconds });
      return {
        text: JSON.stringify(heard),
        json: null,
        host: LOCAL_HOST,
        returnedModel: model.name,
        requestId: null,
        parametersSent: { language, threads, model_sha256: model.sha256, ...(second && { second_model: second.name }) },
        parametersDropped: [],
        inputTokens: null,
        outputTokens: null,
        cost: null,
        latencyMs: Math.max(0, Math.round(performance.now() - startedAt)),
        retries: 0,
      } satisfies ChatAnswer;
    },
  };
}
