import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline, Readable } from "node:stream";
import { formBody } from "./form-body.ts";

/** The endpoint said more than it may. */
export class AnswerTooLarge extends Error {
  override readonly name = "AnswerTooLarge";
}

/** The connection ended before the answer did. */
export class ConnectionCut extends Error {
  override readonly name = "ConnectionCut";
}

/** Statuses that have no body; a `Response` refuses one. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * A `fetch` for calls to models, which the built-in one does not suit: it gives up on headers after 300 seconds, whatever the
 * caller's own limit is, and a model on somebody's own computer may take longer; it follows redirects, and would carry the key along;
 * and it reads for as long as the other side sends.
 *
 * Here the caller's signal alone ends the waiting, a redirect is an answer like any other, and reading ends with an error after
 * `maxBytes`.
 *
 * @throws whatever Node says about the connection; ConnectionCut and AnswerTooLarge while the body is read; the signal's reason
 */
export function boundedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const given = init?.body instanceof FormData ? formBody(init.body) : init?.body;
    const asked = new Request(input, { ...init, body: given ?? null }); // it knows how every other body is written and named
    asked.signal.throwIfAborted();
    const { headers, body } = sendable(asked, given);
    const answer = await exchange(asked, headers, body);
    const status = answer.statusCode ?? 502;
    return new Response(WITHOUT_BODY.has(status) ? null : bounded(answer, maxBytes, asked.signal), {
      status,
      headers: Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
    });
  };
}

/** What has a length keeps it, as small servers need it; the rest is sent in chunks. */
function sendable(asked: Request, body: unknown): { headers: Record<string, string>; body: Readable | string } {
  const { "accept-encoding": _, ...headers } = Object.fromEntries(asked.headers); // what is not packed cannot be a bomb
  if (typeof body === "string") {
    return { headers: { ...headers, "content-length": String(Buffer.byteLength(body)) }, body };
  }
  if (body instanceof Blob) headers["content-length"] = String(body.size);
  return { headers, body: asked.body ? Readable.from(asked.body) : "" };
}

function exchange(asked: Request, headers: Record<string, string>, body: Readable | string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const open = asked.url.startsWith("https:") ? httpsRequest : httpRequest;
    const sent: ClientRequest = open(asked.url, { method: asked.method, headers, signal: asked.signal });
    sent.once("response", resolve);
    const fail = (error: Error) => reject(asked.signal.aborted ? asked.signal.reason : error);
    sent.on("error", fail);
    if (typeof body === "string") sent.end(body);
    else pipeline(body, sent, (error) => error && fail(error));
  });
}

function bounded(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = answer[Symbol.asyncIterator]();
  let total = 0;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) return controller.close();
        total += value.byteLength;
        if (total > maxBytes) throw new AnswerTooLarge(`more than ${maxBytes} bytes`);
        controller.enqueue(new Uint8Array(value));
      } catch (error) {
        answer.destroy();
        signal.throwIfAborted();
        throw error instanceof AnswerTooLarge ? error : new ConnectionCut("the answer broke off", { cause: error });
      }
    },
    cancel() {
      answer.destroy();
    },
  });
}
