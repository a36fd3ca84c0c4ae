import type { AiSettings } from "../env.ts";
import { type Abilities, type AbilityMemory, SHARED_MEMORY, withoutRefused } from "./abilities.ts";
import { type Chat, type ChatAnswer, type ChatRequest, ProviderError } from "./chat.ts";
import { messagesFor, parametersFor } from "./chat-parameters.ts";
import { extractJson } from "./extract-json.ts";
import { type Endpoint, hostOf, openAiClient } from "./openai-client.ts";
import { failureOf, providerError } from "./provider-failure.ts";
import { type ReadCompletion, readCompletion } from "./read-completion.ts";
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
    for (let abilities = from; ; ) {
      const parameters = parametersFor(request, abilities, host);
      const messages = messagesFor(request, abilities);
      const send = async (signal: AbortSignal) => {
        const completion = await client.chat.completions.create({ ...parameters, messages }, { signal });
        return { ...readCompletion(completion), requestId: completion._request_id?.slice(0, 200) ?? null };
      };
      try {
        const read = await withRetries(send, (error) => failureOf(error, context()), patience);
        return { read, abilities, parameters };
      } catch (error) {
        patience.signal?.throwIfAborted();
        const fewer = withoutRefused(error, abilities, Object.keys(parameters));
        if (!fewer) throw providerError(error, context(), patience.retries);
        abilities = fewer;
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
      const { read, abilities, parameters } = await ask(request, memory.recall(key), patience);
      memory.learn(key, abilities);
      const answer: Omit<ChatAnswer, "json"> = {
        text: read.text,
        host,
        returnedModel: read.returnedModel,
        requestId: read.requestId,
        parametersSent: { ...parameters },
        parametersDropped: [...abilities.refused],
        inputTokens: read.inputTokens,
        outputTokens: read.outputTokens,
        cost: costOf(read, prices),
        latencyMs: Math.max(0, Math.round(clock.now() - startedAt)),
        retries: patience.retries,
      };
      if (read.end === "refused") {
        throw new ProviderError("refused", `The AI service at ${host} declined to answer.`, detailsOf(answer));
      }
      if (read.end === "length") {
        throw new ProviderError("bad_output", "The model's answer was cut off: it was too long.", detailsOf(answer));
      }
      const json = extractJson(read.text);
      if (json !== undefined) return { ...answer, json };
      // it may pay no heed to `response_format`: from now on the schema is told in words as well
      memory.learn(key, { ...abilities, schemaInWords: true });
      throw new ProviderError(
        "bad_output",
        "The model did not answer in the form it was asked for.",
        detailsOf(answer),
      );
    },
  };
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
