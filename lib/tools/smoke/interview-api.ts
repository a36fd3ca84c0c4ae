import type { z } from "zod";
import { ErrorEnvelope } from "../../contract/envelope.ts";
import { CliError } from "../../runtime/cli-error.ts";

const ANSWER_LIMIT_MS = 20_000;

/** The server under test, spoken to as any other system would. */
export type InterviewApi = {
  /** Sends a JSON body as a candidate's page does, without the key; the answer must be a success of this shape. */
  post<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T>;
  /** The same with the API key. */
  provide<T>(path: string, body: object, shape: z.ZodType<T>): Promise<T>;
  /** Reads with the API key; the answer must be a success of this shape. */
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>;
  /** The status of the same read with no credentials. */
  statusWithoutKey(path: string): Promise<number>;
};

/** Paths are those after `/api/`. */
export function interviewApi(baseUrl: string, apiKey: string): InterviewApi {
  const request = (path: string, init: RequestInit) => send(`${baseUrl}/api/${path}`, init);
  const authorization = `Bearer ${apiKey}`;
  const json = { "content-type": "application/json" };
  const post = (path: string, body: object, headers: Record<string, string>) =>
    request(path, { method: "POST", headers, body: JSON.stringify(body) });
  return {
    async post(path, body, shape) {
      return read(await post(path, body, json), shape);
    },
    async provide(path, body, shape) {
      const headers = { ...json, authorization, "idempotency-key": crypto.randomUUID() };
      return read(await post(path, body, headers), shape);
    },
    async get(path, shape) {
      return read(await request(path, { headers: { authorization } }), shape);
    },
    async statusWithoutKey(path) {
      const response = await request(path, {});
      await response.text(); // read to its end, or the server logs an aborted request
      return response.status;
    },
  };
}

/** @throws CliError when nobody answers at this address */
export async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? ("code" in cause ? String(cause.code) : cause.message) : String(cause);
    throw new CliError(
      `No answer from ${new URL(url).origin} (${reason}). Is the server running? Start it with \`npm start\`.`,
    );
  }
}

async function read<T>(response: Response, shape: z.ZodType<T>): Promise<T> {
  const text = await response.text();
  const body = parseJson(text);
  if (!response.ok) {
    const refusal = ErrorEnvelope.safeParse(body);
    throw new CliError(`answered ${response.status}: ${refusal.success ? refusal.data.message : text.slice(0, 200)}`);
  }
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".") || "body"} ${issue.message}`).join("; ");
  throw new CliError(`the answer is not as documented: ${wrong}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no shape takes it, so the caller says what came instead
  }
}
