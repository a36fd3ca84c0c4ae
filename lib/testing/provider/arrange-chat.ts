import { abilityMemory } from "../../ai/abilities.ts";
import { type ChatRequest, ProviderError } from "../../ai/chat.ts";
import { type ChatEndpoint, openAiChat } from "../../ai/openai-chat.ts";
import type { Clock } from "../../ai/with-retries.ts";
import { type Provider, type ProviderOptions, startProvider } from "./provider.ts";

/** A call whose prompt can be recognised wherever it should not be. */
export const REQUEST: ChatRequest = {
  model: "judge-1",
  messages: [
    { role: "system", content: "You judge." },
    { role: "user", content: "The answer to judge: PROMPT-SECRET" },
  ],
  schema: {
    name: "judgement",
    jsonSchema: {
      type: "object",
      properties: { level: { type: "integer", minimum: 1 }, quote: { type: "string" }, feedback: { type: "string" } },
      required: ["level", "quote", "feedback"],
      additionalProperties: false,
    },
  },
  temperature: 0.2,
  seed: 7,
  maxOutputTokens: 500,
};

export const JUDGEMENT = { level: 4, quote: "we measured it first", feedback: "Clear." };
export const KEY = "sk-KEY-SECRET";

const open: Provider[] = [];

/** After each test. */
export async function closeProviders(): Promise<void> {
  await Promise.all(open.splice(0).map((provider) => provider.close()));
}

/** A provider that judges well, a chat with it, and (unless given) a clock that sleeps no time and writes down for how long it should. */
export async function arrange(
  options: ProviderOptions = {},
  { clock, ...settings }: Partial<ChatEndpoint> & { clock?: Clock } = {},
) {
  const provider = await startProvider({ answer: () => JUDGEMENT, ...options });
  open.push(provider);
  const slept: number[] = [];
  const startedAt = Date.UTC(2026, 0, 1);
  const noted: Clock = {
    now: () => startedAt + slept.reduce((sum, ms) => sum + ms, 0),
    sleep: async (ms) => void slept.push(ms),
    random: () => 0,
  };
  const endpoint: ChatEndpoint = {
    baseUrl: provider.baseUrl,
    apiKey: KEY,
    timeoutMs: 20_000,
    maxRetries: 4,
    prices: undefined,
    ...settings,
  };
  return { provider, slept, chat: openAiChat(endpoint, { clock: clock ?? noted, memory: abilityMemory() }) };
}

/** What a call failed with. */
export async function errorOf(promise: Promise<unknown>): Promise<ProviderError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProviderError) return error;
  throw new Error(`expected a ProviderError, got ${String(error)}`);
}
