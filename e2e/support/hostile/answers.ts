import { type Agent, request as httpRequest } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ErrorEnvelope } from "../../../lib/contract/envelope.ts";
import { ERRORS } from "../../../lib/contract/error-codes.ts";
import type { HostileRequest } from "./hostile-request.ts";

/** Something that was not answered as it should have been. */
export type Failure = {
  /** Which one, of those that a seed makes. */
  number: number | string;
  what: string;
  request: HostileRequest;
  answer: string;
};

const GIVEN_UP_MS = 30_000;

/** Status 0: none came. */
export type HostileAnswer = { status: number; headers: Record<string, unknown>; body: string; tookMs: number };

/** Sends a request as it stands, and waits for what comes. */
export function answerTo(
  baseUrl: string,
  agent: Agent,
  { method, target, headers, body }: HostileRequest,
): Promise<HostileAnswer> {
  const { hostname, port } = new URL(baseUrl);
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const failed = (error: Error) =>
      resolve({ status: 0, headers: {}, body: String(error), tookMs: performance.now() - startedAt });
    const length = body || !["GET", "HEAD"].includes(method) ? { "content-length": body?.length ?? 0 } : {};
    const options = { hostname, port, method, path: target, agent, timeout: GIVEN_UP_MS };
    const sending = httpRequest({ ...options, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", failed);
      response.on("end", () => {
        const text = decoded(Buffer.concat(chunks), response.headers["content-encoding"]).toString();
        const tookMs = performance.now() - startedAt;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, tookMs });
      });
    });
    sending.on("timeout", () => sending.destroy(new Error("no answer")));
    sending.on("error", failed);
    sending.end(body ?? undefined);
  });
}

function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}

const INSIDES = /prisma|node_modules|\.ts:\d|at \w+ \(|ECONN|syntax error at/i;

/** What is wrong with an answer, whatever was asked; null: nothing. */
export function wrongWith({ status, headers, body }: HostileAnswer, { method, target }: HostileRequest): string | null {
  if (status === 0) return `no answer: ${body}`;
  if (status >= 500) return `status ${status}`;
  if (!headers["x-request-id"]) return "no request id";
  if (headers["x-powered-by"]) return "says what it is made with";
  if (status < 400 || method === "HEAD" || !target.startsWith("/api/")) return null;
  if (INSIDES.test(body)) return "shows what is inside";
  const parsed = ErrorEnvelope.strict().safeParse(parseJson(body));
  if (!parsed.success) return "not in the envelope";
  const { code } = parsed.data.error;
  return ERRORS[code as keyof typeof ERRORS]?.status === status ? null : `${code} with status ${status}`;
}

/** The body as JSON; null for what is none, which is no answer that anything wants either. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How to see a failure again. */
export function describeFailure({ number, what, request, answer }: Failure, seed: number): string {
  const { method, target, headers, body } = request;
  const shown = body ? `${body.length} bytes: ${body.subarray(0, 500).toString()}` : "no body";
  return [
    `seed ${seed}, request ${number}: ${what}`,
    `${method} ${target.slice(0, 500)}`,
    ...[JSON.stringify(headers).slice(0, 800), shown, `→ ${answer}`],
  ].join("\n  ");
}
