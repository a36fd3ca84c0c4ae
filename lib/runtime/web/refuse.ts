import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorEnvelope } from "../../contract/envelope.ts";
import { ERRORS } from "../../contract/error-codes.ts";
import { AppError } from "../../errors.ts";
import { told } from "../../told.ts";
import { requestIdFor } from "./request-id.ts";

/* Answers to what never becomes a request of a page or a route. */

/** What any page or route could be asked with. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const WRITES = ["POST", "PUT", "PATCH", "DELETE"];

/** 400 to a request whose address makes no sense: in the API's envelope, or a plain sentence to a browser. */
export function refuseUrl(url: string, response: ServerResponse): void {
  refuse(new AppError("malformed_request:address"), url, response);
}

/** 400 to a request that names more than one host, or one that could be none. */
export function refuseHost(url: string, response: ServerResponse): void {
  refuse(new AppError("malformed_request:host"), url, response);
}

/** 413 to a body that is larger than this address takes; whoever calls ends the answer when the body has gone by. */
export function refuseBody(url: string, maxBytes: number, response: ServerResponse): void {
  response.write(refusal(new AppError("body_too_large", { params: { bytes: maxBytes } }), url, response));
}

/**
 * Whether anything here takes this method. What writes to a page is a server action, which says so and comes in a form that
 * can be read; Next answers others with 500.
 */
export function isKnownMethod({ method = "", url = "/", headers }: IncomingMessage): boolean {
  if (!METHODS.includes(method)) return false;
  if (url.startsWith("/api/") || !WRITES.includes(method)) return true;
  const contentType = headers["content-type"] ?? "";
  return "next-action" in headers && (!/multipart/i.test(contentType) || /boundary=/i.test(contentType));
}

/** 405 to a method that nothing at this address takes (TRACE, PROPFIND, a form sent to a page …). */
export function refuseMethod(url: string, response: ServerResponse): void {
  response.setHeader("allow", (url.startsWith("/api/") ? METHODS : ["GET", "HEAD"]).join(", "));
  refuse(new AppError("method_not_allowed:any"), url, response);
}

function refuse(error: AppError, url: string, response: ServerResponse): void {
  response.end(refusal(error, url, response));
}

/** Writes the head of a refusal. @returns its body */
function refusal(refused: AppError, url: string, response: ServerResponse): string {
  const api = url.startsWith("/api/");
  const envelope = envelopeOf(refused);
  const body = api ? JSON.stringify(envelope) : `${envelope.message}\n`;
  response.writeHead(ERRORS[refused.code].status, {
    "content-length": Buffer.byteLength(body),
    "content-type": api ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close", // its body, if any, is not read
  });
  return body;
}

/** The answer to bytes that are no HTTP request, or one that came too slowly; then the connection ends. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const body = JSON.stringify(envelopeOf(new AppError("malformed_request:unreadable")));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestIdFor(undefined)}`,
      "Connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}

function envelopeOf(refused: AppError): ErrorEnvelope {
  const { message, ...error } = told(refused);
  return { success: false, message, error };
}
