import type { ServerResponse } from "node:http";
import type { Mishap } from "./mishaps.ts";

/** What an audio endpoint gives back: an object as JSON, a string as text, bytes with their type. */
export type Given = object | string | { bytes: Uint8Array; type: string };

export function sendJson(
  response: ServerResponse,
  body: unknown,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> | undefined } = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** Sends what was given, or as much of it as its fate allows. */
export function send(response: ServerResponse, given: Given, fate: Mishap): void {
  const { bytes, type } = encoded(given);
  if (fate === "not_json") {
    response.writeHead(200, { "content-type": "application/json" });
    response.end("<html>Welcome to the proxy</html>");
    return;
  }
  if (fate === "endless") {
    response.writeHead(200, { "content-type": type });
    pourForEver(response);
    return;
  }
  response.writeHead(200, { "content-type": type, "content-length": bytes.byteLength });
  if (fate === "cut") {
    response.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), () => response.destroy());
    return;
  }
  response.end(bytes);
}

function encoded(given: Given): { bytes: Uint8Array; type: string } {
  if (typeof given === "string") return { bytes: Buffer.from(given), type: "text/plain; charset=utf-8" };
  if ("bytes" in given && given.bytes instanceof Uint8Array && "type" in given) {
    return { bytes: given.bytes, type: String(given.type) };
  }
  return { bytes: Buffer.from(JSON.stringify(given)), type: "application/json" };
}

function pourForEver(response: ServerResponse): void {
  const spaces = Buffer.alloc(64 * 1024, " ");
  const pour = () => {
    while (!response.destroyed && response.write(spaces));
    if (!response.destroyed) response.once("drain", pour);
  };
  pour();
}
