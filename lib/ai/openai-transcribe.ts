import { openAsBlob } from "node:fs";
import { APIError, type OpenAI } from "openai";
import type { ChatAnswer } from "./chat.ts";
import { type Endpoint, hostOf, openAiClient } from "./openai-client.ts";
import { failureOf, isFiltered, ProtocolBroken, providerError } from "./provider-failure.ts";
import { hasTranscript, usageOf } from "./read-heard.ts";
import { storable } from "./storable.ts";
import type { AudioFile, Transcriber } from "./transcribe.ts";
import { type Clock, type Patience, SYSTEM_CLOCK, withRetries } from "./with-retries.ts";

/** An hour of words with the time of each is about a megabyte. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

type Form = {
  response_format: "verbose_json" | "json" | "text";
  timestamp_granularities?: ("word" | "segment")[];
  include?: ["logprobs"];
};

/**
 * What is asked for, the best first. `whisper-1` and most servers of Whisper take the first; OpenAI's newer models take `json` alone, the
 * GPT-4o ones with probabilities. Each with what it says more than the next.
 * @see https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
const LADDER: readonly { form: Form; more: string }[] = [
  {
    form: { response_format: "verbose_json", timestamp_granularities: ["word", "segment"] },
    more: "timestamp_granularities",
  },
  { form: { response_format: "verbose_json" }, more: "response_format.verbose_json" },
  { form: { response_format: "json", include: ["logprobs"] }, more: "include" },
  { form: { response_format: "json" }, more: "response_format.json" },
  { form: { response_format: "text" }, more: "" },
];

/** The rung that an endpoint is known to stand on for a model, in this process. */
const rungs = new Map<string, number>();
/** One that helped once: by chance, unless the next file needs it too. */
const suspected = new Map<string, number>();

export type TranscriptionEndpoint = Endpoint & { transcriptionModel: string; concurrency: number };

/** `/audio/transcriptions` of any endpoint that speaks OpenAI's protocol: OpenAI, Azure, vLLM, whisper.cpp, Speaches and others. */
export function openAiTranscriber(
  endpoint: TranscriptionEndpoint,
  { clock = SYSTEM_CLOCK }: { clock?: Clock } = {},
): Transcriber {
  const { transcriptionModel: model, concurrency } = endpoint;
  const host = hostOf(endpoint);
  const client = openAiClient(endpoint, MAX_ANSWER_BYTES);
  return {
    host,
    model,
    concurrency,
    async transcribe(audio, signal) {
      const patience: Patience = { ...endpoint, clock, signal, retries: 0 };
      const startedAt = clock.now();
      const context = () => ({ host, model, timeoutMs: endpoint.timeoutMs, now: clock.now() });
      try {
        const { text, requestId, rung } = await climbDown(`${endpoint.baseUrl} ${model}`, (form) =>
          withRetries(
            (within) => send(client, { audio, model, form }, within),
            (error) => failureOf(error, context()),
            patience,
          ),
        );
        return {
          text,
          json: null,
          host,
          returnedModel: null,
          requestId,
          parametersSent: { ...LADDER[rung]?.form, file: audio.mimeType },
          parametersDropped: LADDER.slice(0, rung).map(({ more }) => more),
          ...usageOf(text),
          cost: null,
          latencyMs: Math.max(0, Math.round(clock.now() - startedAt)),
          retries: patience.retries,
        } satisfies ChatAnswer;
      } catch (error) {
        signal?.throwIfAborted();
        throw providerError(error, context(), patience.retries);
      }
    },
  };
}

type Sent = { text: string; requestId: string | null };

/** Asks for less where the endpoint refuses more. What it names as refused is remembered, and what two files after each other needed. */
async function climbDown(key: string, ask: (form: Form) => Promise<Sent>): Promise<Sent & { rung: number }> {
  const known = rungs.get(key) ?? 0;
  for (let rung = known, certain = known; ; rung++) {
    const form = LADDER[rung]?.form ?? { response_format: "text" };
    try {
      const sent = await ask(form);
      learn(key, rung, certain);
      return { ...sent, rung };
    } catch (error) {
      if (!refusesForm(error) || rung + 1 >= LADDER.length) throw error;
      if (certain === rung && namesForm(error)) certain = rung + 1;
    }
  }
}

function learn(key: string, rung: number, certain: number): void {
  const isSureNow = rung === certain || suspected.get(key) === rung;
  rungs.set(key, Math.max(rungs.get(key) ?? 0, isSureNow ? rung : certain));
  if (isSureNow) suspected.delete(key);
  else suspected.set(key, rung);
}

/** Whether an error speaks of what was asked for, and not of the sound or of nothing. */
function namesForm(error: unknown): boolean {
  const about = /response_format|timestamp_granularities|include|logprobs|verbose_json|\bjson\b|\bformat\b/i;
  return error instanceof APIError && about.test(`${error.param ?? ""} ${error.message}`);
}

function refusesForm(error: unknown): boolean {
  if (!(error instanceof APIError) || isFiltered(error)) return false;
  return [400, 415, 422, 501].includes(error.status ?? 0);
}

async function send(
  client: OpenAI,
  { audio, model, form }: { audio: AudioFile; model: string; form: Form },
  signal: AbortSignal,
): Promise<Sent> {
  // Read from the disk while it is sent.
  const file = new File([await openAsBlob(audio.path)], audio.fileName, { type: audio.mimeType });
  const answer = await client.audio.transcriptions.create({ file, model, ...form }, { signal }).asResponse();
  const text = storable(await answer.text());
  const bare = form.response_format === "text" || answer.headers.get("content-type")?.startsWith("text/plain");
  if (!bare && !hasTranscript(text)) throw new ProtocolBroken("the answer has no text in it");
  return { text, requestId: answer.headers.get("x-request-id")?.slice(0, 200) ?? null };
}
