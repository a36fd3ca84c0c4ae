import type { IncomingMessage, ServerResponse } from "node:http";
import { MAX_JSON_BYTES } from "../../contract/operation.ts";
import { OPERATIONS } from "../../contract/operations/all.ts";
import { closeLater } from "./close-later.ts";
import { refuseBody } from "./refuse.ts";

/** Signing in sends an address, a password and little else. */
const MAX_AUTH_BYTES = 16 * 1024;

/** The operations whose bodies may be of another size than the usual. */
const OTHERS = OPERATIONS.flatMap(({ method, path, maxBodyBytes }) =>
  maxBodyBytes === undefined ? [] : [{ method, address: addressOf(path), maxBodyBytes }],
);

function addressOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}/?$`);
}

/** The most bytes that a request's body may have: whatever its method, and whether or not anything is at its address. */
export function maxBodyBytes({ method, url = "/" }: Pick<IncomingMessage, "method" | "url">): number {
  const path = url.split("?", 1)[0] ?? "/";
  if (/^\/api\/auth(\/|$)/i.test(path)) return MAX_AUTH_BYTES;
  const other = OTHERS.find((operation) => operation.method === method && operation.address.test(path));
  return other?.maxBodyBytes ?? MAX_JSON_BYTES;
}

/**
 * Holds a request to the most bytes that its body may have, before anybody reads it: by what it announces, else by counting while it
 * comes. Nothing is kept back. Who passes the limit is answered 413; whoever was reading gets an error, and nothing they still write.
 * @returns false: it is refused already
 */
export function limitBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes = maxBodyBytes(request),
): boolean {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    const { done } = ignoreBody(request);
    refuseBody(request.url ?? "/", maxBytes, response);
    closeLater(response, done);
    return false;
  }
  if (request.headers["transfer-encoding"] !== undefined) countBody(request, response, maxBytes);
  return true;
}

function countBody(request: IncomingMessage, response: ServerResponse, maxBytes: number): void {
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    bytes += chunk?.byteLength ?? 0;
    if (bytes <= maxBytes) return push(chunk, encoding);
    const { done } = ignoreBody(request);
    if (response.headersSent) {
      request.socket.destroy(); // answered already: what comes now is nobody's
      return true;
    }
    refuseBody(request.url ?? "/", maxBytes, response);
    closeLater(response, done);
    failReader(request);
    return true;
  };
}

/** Lets what still comes go by. */
function ignoreBody(request: IncomingMessage): { done: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  request.push = (chunk: Buffer | null) => {
    if (chunk === null) resolve();
    return true;
  };
  request.socket.once("close", () => resolve());
  request.socket.resume(); // a reader may have been too slow for it
  return { done: promise };
}

/** Ends the body for its reader as broken, without the connection, which the answer still needs. */
function failReader(request: IncomingMessage): void {
  request.on("error", () => undefined); // where nobody reads there is nobody to tell
  request._destroy = (error, told) => told(error);
  request.destroy(new Error("The body is larger than this address takes."));
}
