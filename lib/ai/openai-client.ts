import { OpenAI } from "openai";
import type { AiSettings } from "../env.ts";
import { boundedFetch } from "./bounded-fetch.ts";
import { withReadableAnswers } from "./readable-answers.ts";

/** What is needed to talk to an endpoint. */
export type Endpoint = Pick<AiSettings, "baseUrl" | "apiKey" | "timeoutMs" | "maxRetries">;

/** Host and port: what a person recognises an endpoint by, and holds no secret. */
export const hostOf = (endpoint: Pick<Endpoint, "baseUrl">): string => new URL(endpoint.baseUrl).host;

/**
 * The `openai` package, told to keep to what it is given: it neither repeats a request (`with-retries.ts` does, and counts) nor writes
 * a log line, which could hold an answer, nor takes an organisation, a key or an address from the environment by itself.
 *
 * @param maxBytes more than this is not read of any answer
 */
export function openAiClient(endpoint: Endpoint, maxBytes: number): OpenAI {
  return new OpenAI({
    baseURL: endpoint.baseUrl,
    // the package wants a key; the header takes it back where the endpoint wants none
    apiKey: endpoint.apiKey ?? "none",
    ...(endpoint.apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    timeout: endpoint.timeoutMs,
    maxRetries: 0,
    logLevel: "off",
    fetch: withReadableAnswers(boundedFetch(maxBytes)),
  });
}
