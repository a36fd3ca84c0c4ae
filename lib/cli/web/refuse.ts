import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorEnvelope } from "../../contract/envelope.ts";
import { ERRORS, type ErrorCode } from "../../contract/error-codes.ts";
import { requestIdFor } from "./request-id.ts";

/* Answers to what never becomes a request of a page or a route. */

/** What any page or route could be asked with. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** 400 to a request whose address makes no sense: in the API's envelope, or a plain sentence to a browser. */
export function refuseUrl(url: string, response: ServerResponse): void {
  refuse("malformed_request", "This is not an address that could exist here.", url, response);
}

export function isKnownMethod(method: string | undefined): boolean {
  return method !== undefined && METHODS.includes(method);
}

/** 405 to a method of HTTP that nothing here takes (TRACE, PROPFIND …): Next would answer without saying why. */
export function refuseMethod(url: string, response: ServerResponse): void {
  response.setHeader("allow", METHODS.join(", "));
  refuse("method_not_allowed", "This method is not one that any address here takes.", url, response);
}

function refuse(code: ErrorCode, message: string, url: string, response: ServerResponse): void {
  const api = url.startsWith("/api/");
  const body = api ? JSON.stringify(envelope(code, message)) : `${message}\n`;
  response.writeHead(ERRORS[code].status, {
    "content-length": Buffer.byteLength(body),
    "content-type": api ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close", // its body, if any, is not read
  });
  response.end(body);
}

/** The answer to bytes that are no HTTP request, or one that came too slowly; then the connection ends. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const body = JSON.stringify(envelope("malformed_request", "This request could not be read."));
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

function envelope(code: ErrorCode, message: string): ErrorEnvelope {
  return { success: false, message, error: { code, issues: [] } };
}
