import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { TestServer } from "../../support/server.ts";
import type { Tenant } from "../../support/tenant.ts";
import { postJson } from "../with-server.ts";
import { makeLongRecording } from "./long-recording.ts";
import type { Segment } from "./upload.ts";

/** A finished recording that is ready to be played, beside the interview it belongs to. */
export type Published = {
  url: string;
  headers: Record<string, string>;
  sizeBytes: number;
  /** On the disk. */
  file: string;
  interviewId: string;
};

/** An hour and a half at a little over half a megabit per second. */
const LONG_BYTES = 480e6;
const QUESTIONS = 30;
/** They are asked this far apart. */
const QUESTION_EVERY_MS = 180_000;

/** The first segment of an interview that begins now. */
export async function openSegment(baseUrl: string, tenant: Tenant): Promise<Segment & { interviewId: string }> {
  const { token, interviewId } = await tenant.invite();
  const started = await postJson(baseUrl, "/api/interview/session/start", { interview_token: token });
  const sessionId = started.session_id as string;
  const body = { client_key: randomUUID(), mime_type: "video/webm;codecs=vp8,opus" };
  const opened = await postJson(baseUrl, `/api/interview/session/${sessionId}/segments`, body);
  return { sessionId, segment: opened.segment as number, interviewId };
}

/** A long recording with many questions, uploaded and published as any other. */
export async function publishLong({ baseUrl, dataDir }: TestServer, tenant: Tenant): Promise<Published> {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-bench-"));
  const { sessionId, segment, interviewId } = await openSegment(baseUrl, tenant);
  let offset = 0;
  for (const [seq, part] of (await makeLongRecording(folder, LONG_BYTES)).entries()) {
    const path = `/api/interview/session/${sessionId}/segments/${segment}/parts/${seq}`;
    offset += await putFile(`${baseUrl}${path}`, part, offset);
  }
  await rm(folder, { recursive: true });
  for (let number = 0; number < QUESTIONS; number++) {
    const media = { segment, offset_ms: number * QUESTION_EVERY_MS };
    const question = { text: `Question ${number + 1}?`, media };
    await postJson(baseUrl, "/api/interview/question/add", { session_id: sessionId, question_data: question });
  }
  await postJson(baseUrl, "/api/interview/session/end", { session_id: sessionId });
  const headers = { authorization: `Bearer ${tenant.apiKey}` };
  const read = async (path: string) => (await fetch(`${baseUrl}/api/interview/${path}`, { headers })).json();
  const { session_data } = await read(`session/${sessionId}`);
  for (;;) {
    const { recording_info: info } = await read(`recording/${session_data.candidate_id}`);
    if (info.recording_status === "completed") {
      const file = join(dataDir, info.recording_file);
      return { url: `${baseUrl}${info.media_url}`, headers, sizeBytes: info.recording_size, file, interviewId };
    }
    if (info.recording_status === "failed") throw new Error("the long recording could not be joined");
    await delay(200);
  }
}

/** @returns how many bytes it had */
async function putFile(url: string, file: string, offset: number): Promise<number> {
  const body = await readFile(file);
  const headers = {
    "x-part-offset": String(offset),
    "x-part-sha256": createHash("sha256").update(body).digest("hex"),
  };
  const response = await fetch(url, { method: "PUT", headers, body: new Uint8Array(body) });
  if (!response.ok) throw new Error(`a part answered ${response.status}`);
  return body.byteLength;
}
