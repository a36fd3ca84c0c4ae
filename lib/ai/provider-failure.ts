import { APIConnectionTimeoutError, APIError } from "openai";
import { failure, type Happened } from "../words/happened.ts";
import { AnswerTooLarge, ConnectionCut } from "./bounded-fetch.ts";
import { ProviderError, type ProviderErrorKind } from "./chat.ts";
import { LEAST_OUTPUT_TOKENS, outputRoom } from "./output-limit.ts";
import { retryAfterMs } from "./retry-after.ts";

/** One try took longer than it may. */
export class TryTimedOut extends Error {
  override readonly name = "TryTimedOut";
}

/** The endpoint answered, but not in the protocol. */
export class ProtocolBroken extends Error {
  override readonly name = "ProtocolBroken";
}

export type Failure = {
  kind: ProviderErrorKind;
  /** What a person is told: no key, no prompt, nothing the endpoint wrote. */
  told: Happened;
  /** Whether the same again can succeed; `once`: more than a slip it will not have been. */
  retry: boolean | "once";
  /** What the endpoint asks to wait for, in milliseconds. */
  retryAfterMs: number | null;
  requestId: string | null;
};

export type FailureContext = { host: string; model: string; timeoutMs: number; now: number };

/**
 * What an error of a call means.
 * @throws the error itself where it is none of the provider's or the network's: a fault of ours should look like one
 */
export function failureOf(error: unknown, context: FailureContext): Failure {
  const { host } = context;
  const as = (kind: ProviderErrorKind, told: Happened, retry: Failure["retry"] = false): Failure => ({
    kind,
    told,
    retry,
    retryAfterMs: null,
    requestId: null,
  });
  if (error instanceof APIError && error.status !== undefined) return answeredFailure(error, context);
  if (caused(error, TryTimedOut) || error instanceof APIConnectionTimeoutError) {
    return as("timeout", failure("service_timeout", { host, seconds: context.timeoutMs / 1000 }), true);
  }
  if (caused(error, AnswerTooLarge)) return as("failed", failure("service_endless", { host }));
  if (caused(error, ProtocolBroken)) return as("failed", failure("service_protocol", { host }), "once");
  if (caused(error, ConnectionCut) || error instanceof SyntaxError) {
    return as("unreachable", failure("service_cut", { host }), true);
  }
  if (error instanceof APIError) return as("unreachable", failure("service_unreachable", { host }), true);
  throw error;
}

/**
 * @param retries how many tries there were beyond the first
 * @throws the error itself, as `failureOf` does
 */
export function providerError(error: unknown, context: FailureContext, retries: number): ProviderError {
  if (error instanceof ProviderError) return error;
  const { kind, told, requestId } = failureOf(error, context);
  return new ProviderError(kind, told, { requestId, retries });
}

const TOO_LONG =
  /context.?(?:length|window|size|limit)|too (?:long|large)|(?:maximum|exceeds?) (?:the )?(?:prompt|input) length|input is longer|reduce the length/i;

/** Whether the text does not fit into what the model can read. Leaving parameters out does not help then. */
export function isTooLong(error: APIError): boolean {
  return TOO_LONG.test(`${error.code} ${error.message}`);
}

/** OpenAI's way to say that thoughts alone took all the room there was. */
export function isCutOff(error: APIError): boolean {
  return error.status === 400 && /output limit was reached|higher max_(?:completion_)?tokens/i.test(error.message);
}

/** llama.cpp and older vLLM fail over a schema they cannot follow, rather than refuse it. */
export function failedOverSchema(error: APIError): boolean {
  return error.status !== undefined && error.status >= 500 && ABOUT_FORMAT.test(error.message);
}

/**
 * The endpoint enforces the format, and this one time the model did not keep to it. The same again mostly goes well.
 * @see https://console.groq.com/docs/structured-outputs (`json_validate_failed`, `failed_generation`)
 */
export function isFailedSampling(error: APIError): boolean {
  if (![400, 422, 424, 500, 502].includes(error.status ?? 0)) return false;
  return FAILED_SAMPLING.test(`${error.code} ${error.message}`);
}

const FAILED_SAMPLING = new RegExp(
  [
    "json_validate_failed|failed.?generation|failed to generate|generation failed|generated invalid|produced invalid",
    "invalid (?:json )?output|output_parse|outputparser",
    "(?:output|response|generated|generation|completion|model)\\b.{0,40}(?:did ?n[o']t|does ?n[o']t|do ?n[o']t|failed to|could not|cannot be) (?:match|conform|validate|parsed?|comply|satisfy)",
    "failed to parse .{0,20}(?:output|response|generat)",
  ].join("|"),
  "i",
);

export const ABOUT_FORMAT = /response_format|json.?schema|json.?object|json mode|structured.?output|guided|grammar/i;

export function isFiltered(error: APIError): boolean {
  return FILTERED_CODES.test(`${error.code}`) || (error.status !== undefined && FILTERED_WORDS.test(error.message));
}

/** OpenAI's and Azure's codes, Alibaba's, and the words of those that have none: DeepSeek, OpenRouter, OpenAI's reasoning models, Bedrock. */
const FILTERED_CODES =
  /^(?:content_filter|content_policy_violation|data_?inspection_?failed|responsibleaipolicyviolation)$/i;
const FILTERED_WORDS =
  /content exists risk|content management policy|(?:was|been|got|input|prompt) flagged|flagged (?:as|for|by)|requires moderation|inappropriate content|guardrail/i;

function answeredFailure(error: APIError, { host, model, now }: FailureContext): Failure {
  const { status = 0, headers } = error;
  const waitMs = retryAfterMs(headers, now);
  const isLast = headers?.get("x-should-retry") === "false";
  const as = (kind: ProviderErrorKind, told: Happened, retry: Failure["retry"] = false): Failure => ({
    kind,
    told,
    retry: isLast ? false : retry,
    retryAfterMs: waitMs,
    requestId: error.requestID?.slice(0, 200) ?? null,
  });
  if (isFiltered(error)) return as("refused", failure("service_declined", { host }));
  if (error.code === "insufficient_quota") return as("rate_limited", failure("service_quota", { host }));
  if (isCutOff(error)) return as("bad_output", failure("model_cut_off"), "once");
  if (status === 402) return as("rate_limited", failure("service_credit", { host }));
  if (status === 429 || status === 529) return as("rate_limited", failure("service_busy", { host }), true);
  if (status === 401 || status === 403) return as("unauthorized", failure("service_key", { host }));
  if (status === 404) return as("failed", failure("service_model", { host, model }));
  if (isFailedSampling(error)) {
    return as("bad_output", failure("model_form"), "once");
  }
  if (status === 408 || status === 409) return as("failed", failure("service_busy:status", { host, status }), true);
  const room = outputRoom(error);
  if (room === "unknown" || (room !== null && room > 0)) {
    return as("failed", tooLittleRoom(model, room));
  }
  if (isTooLong(error)) return as("failed", failure("model_text_too_long", { model }));
  if (status >= 500) {
    return as("failed", failure("service_error", { host, status }), !failedOverSchema(error));
  }
  return as("failed", failure("service_refused", { host, status }));
}

function tooLittleRoom(model: string, room: number | "unknown"): Happened {
  if (room === "unknown" || room >= LEAST_OUTPUT_TOKENS) return failure("model_room", { model });
  return failure("model_room:left", { model, room, least: LEAST_OUTPUT_TOKENS });
}

function caused(error: unknown, type: abstract new (...args: never[]) => Error): boolean {
  if (error instanceof type) return true;
  return error instanceof Error && caused((error as Error).cause, type);
}
