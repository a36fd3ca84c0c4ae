import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../contract/upload.ts";

/** What the server does with the next request, instead of accepting it. */
export type Fault =
  | { kind: "drop" }
  | { kind: "drop_after_storing" }
  | { kind: "refuse"; status: number; code: string; retryAfter?: number };

type Stored = { segment: number; seq: number; offset: number; bytes: Buffer };

/**
 * A real HTTP server on loopback that takes segments and parts as the contract says, and misbehaves on demand: each
 * entry of `faults` is used for one request, in order. For tests of the upload.
 */
export async function startLoopbackServer() {
  const faults: Fault[] = [];
  const keys: string[] = [];
  const stored: Stored[] = [];
  const closed: { segment: number; parts: number }[] = [];
  const requests: string[] = [];

  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const body = await readAll(request);
    const fault = faults.shift();
    if (fault?.kind === "drop") return void request.socket.destroy();
    if (fault?.kind === "refuse") return refuse(response, fault);
    const answer = answerOf(request, body);
    if (fault?.kind === "drop_after_storing") return void request.socket.destroy();
    reply(response, 200, answer);
  });

  function answerOf(request: IncomingMessage, body: Buffer): object {
    if (request.method === "PUT") return storePart(request, body);
    return request.url?.endsWith("/close") ? closeSegment(request.url, body) : openSegment(body);
  }

  function closeSegment(url: string, body: Buffer): object {
    const { parts } = JSON.parse(body.toString()) as { parts: number };
    closed.push({ segment: Number(/segments\/(\d+)\/close$/.exec(url)?.[1]), parts });
    return { success: true, message: "Segment closed" };
  }

  function openSegment(body: Buffer): object {
    const { client_key } = JSON.parse(body.toString()) as { client_key: string };
    if (!keys.includes(client_key)) keys.push(client_key);
    return { success: true, message: "Segment opened", segment: keys.indexOf(client_key) };
  }

  function storePart(request: IncomingMessage, bytes: Buffer): object {
    const [, segment, seq] = /segments\/(\d+)\/parts\/(\d+)$/.exec(request.url ?? "") ?? [];
    const part = {
      segment: Number(segment),
      seq: Number(seq),
      offset: Number(request.headers[PART_OFFSET_HEADER]),
      bytes,
    };
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (hash !== request.headers[PART_SHA256_HEADER]) throw new Error("the hash does not fit the bytes");
    if (!stored.some((other) => other.segment === part.segment && other.seq === part.seq)) stored.push(part);
    return { success: true, message: "Part stored", acked_through: part.seq, missing: [] };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults,
    stored,
    closed,
    requests,
    /** What a segment holds, in the order of its parts. */
    textOf: (segment: number) =>
      Buffer.concat(
        stored
          .filter((part) => part.segment === segment)
          .sort((a, b) => a.seq - b.seq)
          .map((part) => part.bytes),
      ).toString(),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function reply(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function refuse(response: ServerResponse, fault: Extract<Fault, { kind: "refuse" }>): void {
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  const body = { success: false, message: `Refused: ${fault.code}`, error: { code: fault.code, issues: [] } };
  reply(response, fault.status, body, headers);
}
