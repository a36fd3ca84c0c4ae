import { failureWords } from "../words/failure-words.ts";
import type { Happened } from "../words/happened.ts";
import { ENGLISH } from "../words/locale.ts";

/**
 * The port to a language model: one question, one JSON answer, and everything that is needed to account for it later.
 */

export type ChatMessage = { role: "system" | "user" | "assistant"; content: string };

export type ChatRequest = {
  model: string;
  messages: ChatMessage[];
  /** The shape the answer is asked for. An endpoint may ignore it, so the caller validates what comes back. */
  schema: { name: string; jsonSchema: object };
  /** From 0 to 2. */
  temperature: number;
  seed?: number;
  maxOutputTokens: number;
};

export type ChatAnswer = {
  /** What the model wrote, untouched. */
  text: string;
  /** The object or list found in it. Not validated against the schema. */
  json: unknown;
  /** Host and port of the endpoint. */
  host: string;
  /** The model the endpoint says it used. */
  returnedModel: string | null;
  /** The endpoint's own name for the request, for a talk with its support. */
  requestId: string | null;
  /** What was sent besides the messages, as it went over the wire. */
  parametersSent: Record<string, unknown>;
  /** Names of what the endpoint refuses, and which was therefore left out. */
  parametersDropped: string[];
  /** Tokens as the endpoint counts them; null where it does not say. */
  inputTokens: number | null;
  outputTokens: number | null;
  /** In the currency of the configured prices; null without prices or without counts. */
  cost: number | null;
  /** From the first try to the last byte, waiting between tries included. */
  latencyMs: number;
  /** Requests made beyond the first because one failed. Learning what an endpoint refuses is not counted. */
  retries: number;
};

export type Chat = {
  /** Host and port of the endpoint. */
  host: string;
  /**
   * @param signal ends the call; its own reason is thrown then
   * @throws ProviderError when no usable answer could be had
   */
  complete(request: ChatRequest, signal?: AbortSignal): Promise<ChatAnswer>;
};

export type ProviderErrorKind =
  /** The model, or a filter before it, would not answer. */
  | "refused"
  | "rate_limited"
  | "timeout"
  | "unreachable"
  | "unauthorized"
  /** It answered, but not with the JSON that was asked for. */
  | "bad_output"
  | "failed";

/**
 * Why a provider could not be used. `told` is what a person is told: free of keys, prompts and what the endpoint wrote; `reason` is the
 * same in English, for the log.
 */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly kind: ProviderErrorKind;
  readonly told: Happened;
  readonly reason: string;
  readonly #answer: Omit<ChatAnswer, "json"> | undefined;
  /** The endpoint's own name for the request that failed last. */
  readonly requestId: string | null;
  readonly retries: number;
  constructor(
    kind: ProviderErrorKind,
    told: Happened,
    details: { answer?: Omit<ChatAnswer, "json">; requestId?: string | null; retries?: number } = {},
  ) {
    const reason = failureWords(told, ENGLISH);
    super(reason);
    this.kind = kind;
    this.told = told;
    this.reason = reason;
    this.#answer = details.answer;
    this.requestId = details.requestId ?? null;
    this.retries = details.retries ?? 0;
  }
  /**
   * For `bad_output` and for a model's refusal: the whole call with what it wrote, so that it can be accounted for and repaired. No field,
   * so that nothing that writes an error into a log writes what a candidate said.
   */
  get answer(): Omit<ChatAnswer, "json"> | undefined {
    return this.#answer;
  }
}
