import { APIError } from "openai";
import type { AiSettings } from "../env.ts";
import { failure, type Happened } from "../words/happened.ts";
import { type Abilities, type AbilityMemory, SHARED_MEMORY, withoutRefused } from "./abilities.ts";
import { type Chat, type ChatAnswer, type ChatRequest, ProviderError } from "./chat.ts";
import { type Asked, messagesFor, parametersFor } from "./chat-parameters.ts";
import { extractJson } from "./extract-json.ts";
import { type Endpoint, hostOf, openAiClient } from "./openai-client.ts";
import { LEAST_OUTPUT_TOKENS, outputRoom } from "./output-limit.ts";
import { failureOf, providerError } from "./provider-failure.ts";
import { type ReadCompletion, readCompletion } from "./read-completion.ts";
import { isOnlyThoughts } from "./thoughts.ts";
import { type Clock, type Patience, SYSTEM_CLOCK, withRetries } from "./with-retries.ts";

/** Some hundred times what any answer needs, thoughts included. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

export type ChatEndpoint = Endpoint & Pick<AiSettings, "prices">;

/**
 * Chat completions of any endpoint that speaks OpenAI's protocol: OpenAI, Azure, Ollama, vLLM, LM Studio, llama.cpp and others.
 * What is learnt about an endpoint is remembered for as long as the process lives.
 */
export function openAiChat(
  endpoint: ChatEndpoint,
  { clock = SYSTEM_CLOCK, memory = SHARED_MEMORY }: { clock?: Clock; memory?: AbilityMemory } = {},
): Chat {
  const host = hostOf(endpoint);
  const client = openAiClient(endpoint, MAX_ANSWER_BYTES);

  /** Asks with what the endpoint is known to take, and with less for as long as it refuses something that can be left out. */
  const ask = async (request: ChatRequest, from: Abilities, patience: Patience) => {
    const context = () => ({ host, model: request.model, timeoutMs: endpoint.timeoutMs, now: clock.now() });
    let asked: Asked = request;
    for (let abilities = from, certain = from, chance = false; ; ) {
      const parameters = parametersFor(asked, abilities, host);
      const messages = messagesFor(request, abilities);
      const send = async (signal: AbortSignal) => {
        const completion = await client.chat.completions.create({ ...parameters, messages }, { signal });
        return { ...readCompletion(completion), requestId: completion._request_id?.slice(0, 200) ?? null };
      };
      try {
        const read = await withRetries(send, (error) => failureOf(error, context()), patience);
        return { read, abilities, parameters, certain, chance, isUnlimited: asked.maxOutputTokens === null };
      } catch (error) {
        patience.signal?.throwIfAborted();
        const shorter = withShorterOutput(error, asked);
        const fewer = shorter ? null : withoutRefused(error, abilities, Object.keys(parameters));
        if (!shorter && !fewer) throw providerError(error, context(), patience.retries);
        if (shorter) asked = shorter;
        if (fewer) {
          abilities = fewer.abilities;
          if (fewer.certain && !chance) certain = abilities;
          else chance = true;
        }
      }
    }
  };

  return {
    host,
    async complete(request, signal) {
      const { timeoutMs, maxRetries, baseUrl, prices } = endpoint;
      const patience: Patience = { timeoutMs, maxRetries, clock, signal, retries: 0 };
      const key = `${baseUrl} ${request.model}`;
      const startedAt = clock.now();
      const { read, abilities, parameters, ...learnt } = await ask(request, memory.recall(key), patience);
      memory.learn(key, learnt.certain);
      memory.suspect(key, learnt.chance ? abilities : null);
      const answer: Omit<ChatAnswer, "json"> = {
        text: read.text,
        host,
        returnedModel: read.returnedModel,
        requestId: read.requestId,
        parametersSent: { ...parameters },
        parametersDropped: [...new Set([...abilities.refused, ...(learnt.isUnlimited ? ["max_tokens"] : [])])],
        inputTokens: read.inputTokens,
        outputTokens: read.outputTokens,
        cost: costOf(read, prices),
        latencyMs: Math.max(0, Math.round(clock.now() - startedAt)),
        retries: patience.retries,
      };
      if (read.end === "refused") {
        throw new ProviderError("refused", failure("service_declined", { host }), detailsOf(answer));
      }
      if (read.end === "length") {
        throw new ProviderError("bad_output", failure("model_cut_off"), detailsOf(answer));
      }
      const json = extractJson(read.text);
      if (json !== undefined) return { ...answer, json };
      // it may pay no heed to `response_format`: from now on the schema is told in words as well
      memory.learn(key, { ...learnt.certain, schemaInWords: true });
      throw new ProviderError("bad_output", unreadable(read.text), detailsOf(answer));
    },
  };
}

/** Why an answer cannot be read, for a person. */
export function unreadable(text: string): Happened {
  return isOnlyThoughts(text) ? failure("model_thoughts") : failure("model_form");
}

/** The limit of output is asked for anew in each call, as how much room there is hangs on the text. */
function withShorterOutput(error: unknown, asked: Asked): Asked | null {
  if (!(error instanceof APIError) || asked.maxOutputTokens === null) return null;
  const room = outputRoom(error);
  if (room === null) return null;
  if (room === "unknown" || room >= asked.maxOutputTokens) return { ...asked, maxOutputTokens: null };
  return room < LEAST_OUTPUT_TOKENS ? null : { ...asked, maxOutputTokens: room };
}

const detailsOf = (answer: Omit<ChatAnswer, "json">) => ({
  answer,
  requestId: answer.requestId,
  retries: answer.retries,
});

function costOf(read: ReadCompletion, prices: ChatEndpoint["prices"]): number | null {
  if (!prices || read.inputTokens === null || read.outputTokens === null) return null;
  return (read.inputTokens * prices.input + read.outputTokens * prices.output) / 1_000_000;
}
