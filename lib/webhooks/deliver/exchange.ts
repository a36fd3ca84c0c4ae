import * as http from "node:http";
import * as https from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import { fault, type Happened } from "../../words/happened.ts";
import { describeFailure } from "./describe-failure.ts";
import { checkedAddresses, ExchangeError, type Network } from "./network.ts";

/** What came back. */
export type Answer = {
  /** Null: no answer, and `error` says why. */
  status: number | null;
  /** Its beginning, as text. */
  body: string;
  error: Happened | null;
  retryAfterSeconds: number | null;
  durationMs: number;
  /** What was read from the connection's answer: the rest was refused. */
  bytesRead: number;
};

/** More is not read: an answer is thrown away, and one without an end must not be waited for. */
const READ_BYTES = 16 * 1024;
/** Nor is one waited for that drips: once the head is there, its status counts. */
const BODY_MS = 2_000;
/** What is kept of it, for the log. */
const KEPT_BYTES = 4 * 1024;

/**
 * Posts one message and reads the beginning of the answer. Never throws: whatever a receiver does is an outcome. Redirects are
 * not followed; each exchange has a connection of its own, to an address that was checked for it.
 */
export async function exchange(
  url: URL,
  headers: Record<string, string>,
  body: string,
  network: Network,
): Promise<Answer> {
  const startedAt = performance.now();
  const signal = AbortSignal.timeout(network.timeoutMs);
  const nothing = { status: null, body: "", retryAfterSeconds: null, bytesRead: 0 };
  const outcome = await send(url, headers, body, network, signal).catch((error: unknown) => ({
    ...nothing,
    error: describeFailure(error, network, signal),
  }));
  return { ...outcome, durationMs: Math.round(performance.now() - startedAt) };
}

async function send(
  url: URL,
  headers: Record<string, string>,
  body: string,
  network: Network,
  signal: AbortSignal,
): Promise<Omit<Answer, "durationMs">> {
  if (url.protocol !== "https:" && !network.allowPrivate) throw new ExchangeError(fault("needs_https"));
  const addresses = await checkedAddresses(url, network, signal);
  const response = await request(url, headers, body, { lookup: answerWith(addresses), signal }, network);
  const { statusCode: status = 0, headers: received } = response;
  const read = await readBeginning(response);
  const retryAfter = received["retry-after"] ?? "";
  return {
    ...read,
    status,
    error: status >= 300 && status < 400 ? fault("redirected") : null,
    retryAfterSeconds: /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null,
  };
}

/** Resolves with the answer's head. */
function request(
  url: URL,
  headers: Record<string, string>,
  body: string,
  connection: { lookup: LookupFunction; signal: AbortSignal },
  { connectTimeoutMs }: Network,
): Promise<http.IncomingMessage> {
  const secure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const options = { ...connection, method: "POST", headers: allHeaders(headers, body), agent: false as const };
    const outgoing = secure ? https.request(url, options) : http.request(url, options);
    const late = () =>
      outgoing.destroy(new ExchangeError(fault("no_connection:within", { seconds: connectTimeoutMs / 1000 })));
    const timer = setTimeout(late, connectTimeoutMs);
    outgoing.once("socket", (socket) => socket.once(secure ? "secureConnect" : "connect", () => clearTimeout(timer)));
    // A connection can end without an error: after 101, for one.
    outgoing.once("close", () => {
      clearTimeout(timer);
      reject(new ExchangeError(fault("connection_closed")));
    });
    outgoing.once("response", resolve);
    outgoing.on("error", reject); // also later, when the answer is being read: answered by then
    outgoing.end(body);
  });
}

function allHeaders(headers: Record<string, string>, body: string): Record<string, string | number> {
  return {
    ...headers,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "accept-encoding": "identity",
    "user-agent": "TalentFlow-Webhooks/1",
  };
}

/** Reads until the answer ends, breaks off, is too late or long enough. Its status counts by then, so none of that is an error. */
function readBeginning(response: http.IncomingMessage): Promise<{ body: string; bytesRead: number }> {
  const kept: Buffer[] = [];
  let bytesRead = 0;
  return new Promise((resolve) => {
    const timer = setTimeout(() => response.destroy(), BODY_MS);
    response.on("data", (chunk: Buffer) => {
      if (bytesRead < KEPT_BYTES) kept.push(chunk.subarray(0, KEPT_BYTES - bytesRead));
      bytesRead += chunk.length;
      if (bytesRead >= READ_BYTES) response.destroy();
    });
    response.on("error", () => response.destroy());
    response.once("close", () => {
      clearTimeout(timer);
      resolve({ body: readable(Buffer.concat(kept)), bytesRead });
    });
  });
}

/** Text as PostgreSQL can keep it. */
function readable(bytes: Buffer): string {
  return new TextDecoder().decode(bytes).replaceAll("\0", "\u{fffd}");
}

/** Answers whatever is looked up with addresses that are known already. */
function answerWith(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_hostname, options, callback) => {
    if (options.all) return callback(null, all);
    callback(null, all[0]?.address ?? "", all[0]?.family);
  };
}
