import { Agent, request as httpRequest } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ErrorEnvelope } from "../../../lib/contract/envelope.ts";
import { ERRORS } from "../../../lib/contract/error-codes.ts";
import { describedOperations } from "./described-operations.ts";
import { diceFrom } from "./dice.ts";
import { type HostileRequest, hostileRequest } from "./hostile-request.ts";
import type { World } from "./world.ts";

export type Failure = { number: number; what: string; request: HostileRequest; answer: string };
export type Sent = {
  statuses: Map<number, number>;
  slowestMs: number;
  failures: Failure[];
  /** Answers that took over two seconds: on a busy machine no fault of theirs. */
  slow: Failure[];
};

const SLOW_MS = 2_000;
const GIVEN_UP_MS = 30_000;
const AT_ONCE = 16;
const RENEW_EVERY = 200;

type Answer = { status: number; headers: Record<string, unknown>; body: string; tookMs: number };

/**
 * Sends requests that no client should send, sixteen at a time, and looks at every answer: no 5xx, refusals in
 * the envelope, nothing of what is inside. The same seed sends the same requests.
 */
export async function sendHostile(baseUrl: string, world: World, seed: number, count: number): Promise<Sent> {
  const operations = describedOperations(baseUrl);
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const sent: Sent = { statuses: new Map(), slowestMs: 0, failures: [], slow: [] };
  const sendOne = async (number: number) => {
    const dice = diceFrom(seed * 1_000_003 + number);
    const request = hostileRequest(dice.pick(operations), world, dice);
    const answer = await answerTo(baseUrl, agent, request);
    sent.statuses.set(answer.status, (sent.statuses.get(answer.status) ?? 0) + 1);
    sent.slowestMs = Math.max(sent.slowestMs, answer.tookMs);
    const what = wrongWith(answer, request);
    const shown = { number, request, answer: answer.body.slice(0, 300) };
    if (what) sent.failures.push({ ...shown, what });
    if (answer.tookMs > SLOW_MS) sent.slow.push({ ...shown, what: `${Math.round(answer.tookMs)} ms` });
  };
  for (let from = 0; from < count; from += RENEW_EVERY) {
    await world.renew();
    let next = from;
    const until = Math.min(from + RENEW_EVERY, count);
    const sender = async () => {
      while (next < until) await sendOne(next++);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
  }
  agent.destroy();
  return sent;
}

function answerTo(baseUrl: string, agent: Agent, { method, target, headers, body }: HostileRequest): Promise<Answer> {
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

/** What is wrong with an answer; null: nothing. */
function wrongWith({ status, headers, body }: Answer, { method, target }: HostileRequest): string | null {
  if (status === 0) return `no answer: ${body}`;
  if (status >= 500) return `status ${status}`;
  if (!headers["x-request-id"]) return "no request id";
  if (headers["x-powered-by"]) return "says what it is made with";
  if (status < 400 || method === "HEAD" || !target.startsWith("/api/")) return null;
  if (INSIDES.test(body)) return "shows what is inside";
  const parsed = ErrorEnvelope.strict().safeParse(parse(body));
  if (!parsed.success) return "not in the envelope";
  const { code } = parsed.data.error;
  return ERRORS[code as keyof typeof ERRORS]?.status === status ? null : `${code} with status ${status}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON is not the envelope either
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
