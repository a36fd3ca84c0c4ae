import type { z } from "zod";
import { ErrorEnvelope } from "../contract/envelope.ts";
import { requestWords } from "../words/request-words.ts";
import { tellSignInEnded } from "./sign-in-ended.ts";

type Issue = ErrorEnvelope["error"]["issues"][number];

/**
 * The server answered, and the answer was a refusal. `code` is for the program; `message` is for a person, in English as it came:
 * `refusalWords` says it in the language of a page.
 */
export class ClientError extends Error {
  override readonly name = "ClientError";
  readonly status: number;
  readonly code: string;
  readonly issues: Issue[];
  /** When the server says that trying again makes sense, in seconds from now. */
  readonly retryAfterSeconds: number | undefined;
  /** The interview that stands in the way. */
  readonly interviewId: string | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { issues?: Issue[]; retryAfterSeconds?: number; interviewId?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.issues = more.issues ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.interviewId = more.interviewId;
  }
}

/** No answer came: the network is gone, the server is down, or it took too long. What was asked may have been done. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";

  constructor(cause: unknown) {
    super(requestWords("unreachable"), { cause });
  }
}

type Send = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  json?: object;
  /** Sent as it is; not together with `json`. */
  raw?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** After this long without a complete answer it is a network failure. */
  timeoutMs?: number;
};

const TIMEOUT_MS = 30_000;

/**
 * The one way from the browser to our API.
 * @param answer the contract's schema of a success; what does not fit it is an error, never half-typed data
 * @throws ClientError when the server refuses or answers in a way nobody agreed on (`unexpected_answer`)
 * @throws NetworkError when no answer comes
 * @throws DOMException `AbortError` when the caller's `signal` ends it
 */
export async function fetchJson<T>(answer: z.ZodType<T>, url: string, send: Send = {}): Promise<T> {
  const { status, headers, text } = await request(url, send);
  const body = parseJson(text);
  if (status >= 400) throw signedOutOr(refusal(status, body, headers.get("retry-after")), methodOf(send) !== "GET");
  const parsed = answer.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ClientError(status, "unexpected_answer", requestWords("not_understood"));
}

async function request(url: string, send: Send): Promise<{ status: number; headers: Headers; text: string }> {
  const timeout = AbortSignal.timeout(send.timeoutMs ?? TIMEOUT_MS);
  try {
    const response = await fetch(url, {
      method: methodOf(send),
      headers: { ...(send.json ? { "content-type": "application/json" } : {}), ...send.headers },
      body: send.json ? JSON.stringify(send.json) : (send.raw ?? null),
      signal: send.signal ? AbortSignal.any([send.signal, timeout]) : timeout,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    if (send.signal?.aborted) throw error;
    throw new NetworkError(error);
  }
}

function methodOf({ method, json, raw }: Send): NonNullable<Send["method"]> {
  return method ?? (json || raw ? "POST" : "GET");
}

/** On pages of somebody who is signed in a 401 means that they are not any more: told to the page, and in words for them. */
function signedOutOr(refused: ClientError, byWrite: boolean): ClientError {
  if (refused.code !== "unauthenticated" || !tellSignInEnded(byWrite)) return refused;
  return new ClientError(refused.status, refused.code, requestWords("sign_in_ended"));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's error page; the status still tells what it is
  }
}

function refusal(status: number, body: unknown, retryAfter: string | null): ClientError {
  const more = retryAfterOf(retryAfter);
  const envelope = ErrorEnvelope.safeParse(body);
  if (!envelope.success) return new ClientError(status, `http_${status}`, requestWords("no_answer"), more);
  const { message, error } = envelope.data;
  return new ClientError(status, error.code, message, {
    ...more,
    issues: error.issues,
    ...(error.interview_id === undefined ? {} : { interviewId: error.interview_id }),
  });
}

/** Seconds only: our server never sends the date form. */
function retryAfterOf(header: string | null): { retryAfterSeconds?: number } {
  return header !== null && /^\d{1,6}$/.test(header) ? { retryAfterSeconds: Number(header) } : {};
}
