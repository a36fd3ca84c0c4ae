import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../../lib/contract/upload.ts";
import { findRunning } from "../../lib/runtime/postgres/embedded-postgres.ts";
import type { TestServer } from "./server.ts";

/** A part as a recorder emits it. */
export type EmittedPart = { sessionId: string; segment: number; seq: number; offset: number; bytes: Buffer };

const ACKED_WITHIN_MS = 60_000;
const AGAIN_AFTER_MS = 100;

/** Cuts what a recorder has emitted into parts of these sizes, bytes. */
export function emit(sessionId: string, segment: number, chunks: Buffer[]): EmittedPart[] {
  let offset = 0;
  return chunks.map((bytes, seq) => {
    const part = { sessionId, segment, seq, offset, bytes };
    offset += bytes.byteLength;
    return part;
  });
}

/** Repeats a part until it is acknowledged, as browsers do. A true part that is refused for what it is, is a failure. */
export async function sendUntilAcked(server: TestServer, part: EmittedPart): Promise<void> {
  const deadline = Date.now() + ACKED_WITHIN_MS;
  for (;;) {
    const answer = await sendOnce(server, part);
    if (answer?.status === 200) return;
    const said = answer ? `${answer.status} ${await answer.text()}` : "nothing";
    if (answer && answer.status < 500) throw new Error(`part ${part.seq} was refused: ${said}`);
    if (Date.now() > deadline) throw new Error(`part ${part.seq} was not taken in time; the last answer: ${said}`);
    await new Promise((wake) => setTimeout(wake, AGAIN_AFTER_MS));
  }
}

/**
 * Sends a part once.
 * @param body what is sent in place of its bytes
 * @returns null when no answer came
 */
export async function sendOnce(server: TestServer, part: EmittedPart, body = part.bytes): Promise<Response | null> {
  return fetch(`${server.baseUrl}${pathOf(part)}`, {
    method: "PUT",
    headers: headersOf(part),
    body: new Uint8Array(body),
  }).catch(() => null);
}

/**
 * Sends a part, or the beginning of it, and hangs up without listening for the answer.
 * @returns when the bytes have left
 */
export function sendAndHangUp(server: TestServer, part: EmittedPart, bytes = part.bytes.byteLength): Promise<void> {
  const { hostname, port } = new URL(server.baseUrl);
  const headers = { host: hostname, "content-length": String(part.bytes.byteLength), ...headersOf(part) };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once("error", () => resolve()); // nobody listens just now
    socket.once("close", () => resolve());
    socket.write(`PUT ${pathOf(part)} HTTP/1.1\r\n${head.join("\r\n")}\r\n\r\n`);
    socket.write(part.bytes.subarray(0, bytes), () => socket.destroy());
  });
}

/** What the server has of each segment of a session, by its own rows and files, in order. */
export async function storedSegments(server: TestServer, sessionId: string): Promise<Buffer[]> {
  const running = await findRunning(server.dataDir);
  const client = new pg.Client({ connectionString: running?.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ index: number; storage_key: string }>(
      `SELECT s.index, p.storage_key FROM segments s JOIN parts p ON p.segment_id = s.id
       WHERE s.session_id = $1 ORDER BY s.index, p.seq`,
      [sessionId],
    );
    const segments: Buffer[][] = [];
    for (const { index, storage_key } of rows) {
      segments[index] ??= [];
      segments[index].push(await readFile(join(server.dataDir, storage_key)));
    }
    return segments.map((parts) => Buffer.concat(parts));
  } finally {
    await client.end();
  }
}

function pathOf({ sessionId, segment, seq }: EmittedPart): string {
  return `/api/interview/session/${sessionId}/segments/${segment}/parts/${seq}`;
}

function headersOf({ offset, bytes }: EmittedPart): Record<string, string> {
  return {
    [PART_OFFSET_HEADER]: String(offset),
    [PART_SHA256_HEADER]: createHash("sha256").update(bytes).digest("hex"),
  };
}
