import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../../lib/contract/upload.ts";
import { db } from "../../lib/db/client.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { interviewMaker } from "../../lib/testing/interviews.ts";
import {
  ANSWERS,
  type AssessedInterview,
  addAnalyses,
  askAndAnswer,
  type GivenAnalysis,
} from "./assessed-interview.ts";

const MEDIA = join(import.meta.dirname, "../fixtures/media");
const READY_WITHIN_MS = 60_000;

/** As long as there is room for in the recording. */
const BRIEF_ANSWERS = ANSWERS.map((answer) => (answer.text === "" ? answer : { ...answer, durationSeconds: 2 }));

/**
 * The same as an assessed interview, with a recording that plays: a few seconds out of a real browser.
 * @param folders of parts that real browsers recorded, one for each segment
 */
export async function recordedInterview(
  baseUrl: string,
  actor: Actor,
  analyses: GivenAnalysis[],
  folders = ["chrome-webm/segment-0"],
): Promise<AssessedInterview> {
  const make = await interviewMaker(actor);
  const made = await make({ name: "Ada Lovelace", email: `${randomUUID()}@example.com`, session: "active" });
  const sessionId = made.sessionId as string;
  await db().recording.create({ data: { sessionId } });
  const questionIds = await askAndAnswer(sessionId, BRIEF_ANSWERS);
  for (const folder of folders) await upload(baseUrl, sessionId, folder);
  await send(`${baseUrl}/api/interview/session/end`, { session_id: sessionId });
  await untilMade(sessionId);
  // What the installation's own scorer made of it gives way to what the test wants.
  await db().questionAnalysis.deleteMany({ where: { analysis: { sessionId } } });
  await db().analysis.deleteMany({ where: { sessionId } });
  await addAnalyses(actor, { sessionId, questionIds }, analyses);
  return { id: made.id, sessionId, publicId: made.publicId as string, candidateId: made.candidateId, questionIds };
}

async function upload(baseUrl: string, sessionId: string, folder: string): Promise<void> {
  const segments = `${baseUrl}/api/interview/session/${sessionId}/segments`;
  const mime_type = folder.endsWith("mp4") ? "video/mp4" : "video/webm";
  const { segment } = await send(segments, { client_key: randomUUID(), mime_type });
  let offset = 0;
  for (const [seq, name] of (await readdir(join(MEDIA, folder))).sort().entries()) {
    const bytes = await readFile(join(MEDIA, folder, name));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const response = await fetch(`${segments}/${segment}/parts/${seq}`, {
      method: "PUT",
      headers: { [PART_OFFSET_HEADER]: String(offset), [PART_SHA256_HEADER]: sha256 },
      body: new Uint8Array(bytes),
    });
    if (!response.ok) throw new Error(`part ${seq}: ${response.status} ${await response.text()}`);
    offset += bytes.byteLength;
  }
}

async function send(url: string, json: object): Promise<{ segment?: number }> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(json),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return await response.json();
}

/** Until the worker has made the recording and has scored the answers. */
async function untilMade(sessionId: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const recording = await db().recording.findUniqueOrThrow({ where: { sessionId } });
    const analysis = await db().analysis.findFirst({ where: { sessionId } });
    if (recording.processingStatus === "completed" && analysis?.completedAt) return;
    if (Date.now() > deadline) throw new Error(`the recording is ${recording.processingStatus}: ${recording.error}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
