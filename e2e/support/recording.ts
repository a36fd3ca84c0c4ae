import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { RecordingAnswer } from "../../lib/contract/interview-answers.ts";
import { OpenSegmentAnswer, PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../../lib/contract/upload.ts";
import { type Answer, expectOk, get, post, send } from "./client.ts";
import type { Tenant } from "./tenant.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/media");
const PUBLISHED_WITHIN_MS = 30_000;

/** The parts of one recorded segment, in order. */
export async function fixtureParts(folder: string): Promise<Buffer[]> {
  const names = (await readdir(join(FIXTURES, folder))).sort();
  return Promise.all(names.map((name) => readFile(join(FIXTURES, folder, name))));
}

export async function openSegment(
  sessionId: string,
  mimeType: string,
  clientKey: string = randomUUID(),
): Promise<number> {
  const body = { client_key: clientKey, mime_type: mimeType };
  return expectOk(await post(`/api/interview/session/${sessionId}/segments`, body), OpenSegmentAnswer).segment;
}

export type SentPart = { sessionId: string; segment: number; seq: number; offset: number; bytes: Buffer };

/** @param announce headers to send instead of the true ones */
export function putPart(part: SentPart, announce: Record<string, string> = {}): Promise<Answer> {
  const path = `/api/interview/session/${part.sessionId}/segments/${part.segment}/parts/${part.seq}`;
  const headers = {
    [PART_OFFSET_HEADER]: String(part.offset),
    [PART_SHA256_HEADER]: createHash("sha256").update(part.bytes).digest("hex"),
    ...announce,
  };
  return send("PUT", path, { raw: new Uint8Array(part.bytes), headers });
}

/** Sends a whole segment as the room does. Returns the answers. */
export async function uploadSegment(sessionId: string, mimeType: string, parts: Buffer[]): Promise<Answer[]> {
  const segment = await openSegment(sessionId, mimeType);
  const answers: Answer[] = [];
  let offset = 0;
  for (const [seq, bytes] of parts.entries()) {
    answers.push(await putPart({ sessionId, segment, seq, offset, bytes }));
    offset += bytes.byteLength;
  }
  return answers;
}

/** The recording, once the worker is done with it. */
export async function processed(tenant: Tenant, candidateId: number): Promise<RecordingAnswer["recording_info"]> {
  const deadline = Date.now() + PUBLISHED_WITHIN_MS;
  for (;;) {
    const answer = await get(`/api/interview/recording/${candidateId}`, tenant.apiKey);
    const { recording_info } = expectOk(answer, RecordingAnswer);
    const { processing_status } = recording_info;
    if (processing_status === "completed" || processing_status === "failed") return recording_info;
    if (Date.now() > deadline) throw new Error(`the recording is still ${processing_status}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
