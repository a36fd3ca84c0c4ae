import type { ErrorCode, Operations } from "./schema.ts";

/*
 * TalentFlow's API for TypeScript: types for every operation, no dependency. Runs wherever there is fetch (Node 20 or newer,
 * Deno, Bun, browsers). Copy this file and schema.ts.
 */

export type * from "./schema.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Issue = { path: string; message: string };

/** The server refused. `code` is for the program, `message` for people, `issues` name fields. */
export class TalentFlowError extends Error {
  override readonly name = "TalentFlowError";
  readonly status: number;
  /** `unexpected_answer`: it was not TalentFlow that answered. */
  readonly code: ErrorCode | "unexpected_answer";
  readonly issues: readonly Issue[];
  /** Names the request in the server's log. */
  readonly requestId: string | null;

  constructor(response: Response, body: unknown) {
    const envelope = body as { message?: string; error?: { code?: ErrorCode; issues?: Issue[] } } | undefined;
    super(envelope?.message ?? `The server answered ${response.status}.`);
    this.status = response.status;
    this.code = envelope?.error?.code ?? "unexpected_answer";
    this.issues = envelope?.error?.issues ?? [];
    this.requestId = response.headers.get("x-request-id");
  }
}

export type ClientOptions = {
  /** Where TalentFlow is, such as https://talentflow.example.com. */
  baseUrl: string;
  /** `tf_live_…` or `tf_test_…`. Not needed for what a candidate's token or session id opens. */
  apiKey?: string;
  /** How often a request is repeated that the server asks to repeat (429, 503 …) or that got no answer. */
  maxRetries?: number;
  /** After this long without an answer a request counts as unanswered. */
  timeoutMs?: number;
  fetch?: typeof fetch;
};

type PathsOf<M extends Method> = {
  [K in keyof Operations]: K extends `${M} ${infer Path}` ? Path : never;
}[keyof Operations];
type OperationAt<M extends Method, P extends string> = `${M} ${P}` extends keyof Operations
  ? Operations[`${M} ${P}`]
  : never;
type Common = { signal?: AbortSignal; idempotencyKey?: string };
type Arguments<O extends { options: object }> =
  Record<never, never> extends O["options"] ? [options?: O["options"] & Common] : [options: O["options"] & Common];
type Ask<M extends Method> = <P extends PathsOf<M>>(
  path: P,
  ...options: Arguments<OperationAt<M, P>>
) => Promise<OperationAt<M, P>["answer"]>;

export type TalentFlowClient = {
  get: Ask<"GET">;
  post: Ask<"POST">;
  put: Ask<"PUT">;
  patch: Ask<"PATCH">;
  delete: Ask<"DELETE">;
};

type AnyOptions = Common & {
  path?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string | number>;
  body?: unknown;
};

/**
 * Every POST carries an Idempotency-Key, so that repeating it does nothing twice.
 * @throws TalentFlowError (from each call) when the server refuses
 */
export function createTalentFlowClient(client: ClientOptions): TalentFlowClient {
  const ask =
    (method: Method) =>
    (path: string, options: AnyOptions = {}) =>
      request(client, method, path, options);
  return {
    get: ask("GET"),
    post: ask("POST"),
    put: ask("PUT"),
    patch: ask("PATCH"),
    delete: ask("DELETE"),
  } as unknown as TalentFlowClient; // the types say by address what this does for any
}

async function request(client: ClientOptions, method: Method, path: string, options: AnyOptions): Promise<unknown> {
  const { maxRetries = 4, timeoutMs = 30_000 } = client;
  const send = client.fetch ?? fetch;
  const url = addressOf(client.baseUrl, path, options);
  const headers = headersOf(client, method, options);
  const body = isRaw(options.body) ? options.body : JSON.stringify(options.body);
  for (let attempt = 0; ; attempt += 1) {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    let response: Response;
    try {
      response = await send(url, { method, headers, body: body ?? null, signal });
    } catch (error) {
      if (options.signal?.aborted || attempt >= maxRetries) throw error;
      await pause(0.5 * 2 ** attempt, options.signal);
      continue;
    }
    if (response.ok) return isJson(response) ? response.json() : response;
    const wait = response.headers.get("retry-after");
    const refused = new TalentFlowError(response, isJson(response) ? await response.json() : undefined);
    if (wait === null || attempt >= maxRetries) throw refused;
    await pause(Number(wait), options.signal);
  }
}

function addressOf(baseUrl: string, path: string, { path: values = {}, query = {} }: AnyOptions): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const url = new URL(baseUrl.replace(/\/+$/, "") + filled);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url;
}

function headersOf(
  { apiKey }: ClientOptions,
  method: Method,
  { headers = {}, body, idempotencyKey }: AnyOptions,
): Headers {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers)) all.set(name, String(value));
  if (apiKey) all.set("authorization", `Bearer ${apiKey}`);
  if (body !== undefined) all.set("content-type", isRaw(body) ? "application/octet-stream" : "application/json");
  if (method === "POST") all.set("idempotency-key", idempotencyKey ?? crypto.randomUUID());
  return all;
}

function isRaw(body: unknown): body is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> {
  return body instanceof Blob || body instanceof ArrayBuffer || body instanceof Uint8Array;
}

function isJson(response: Response): boolean {
  return /^application\/json\b/.test(response.headers.get("content-type") ?? "");
}

function pause(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
