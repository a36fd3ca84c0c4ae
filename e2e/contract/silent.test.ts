import { expect, test } from "vitest";
import { AddAnswerAnswer, DoneAnswer } from "../../lib/contract/interview-answers.ts";
import { PartAnswer } from "../../lib/contract/upload.ts";
import { db } from "../../lib/db/client.ts";
import { expectOk, post } from "../support/client.ts";
import { analysed, startedSession } from "../support/interview.ts";
import { emit } from "../support/part-sender.ts";
import { fixtureParts, openSegment, processed, putPart } from "../support/recording.ts";
import { newTenant } from "../support/tenant.ts";

/* Candidates who leave without a word. Their silence is moved into the past, the worker that notices it is the real one. */

const MINUTE = 60_000;
/** The worker looks every ten seconds. */
const NOTICED_WITHIN_MS = 40_000;

async function sitting() {
  const tenant = await newTenant();
  const { session_id, candidateId, question_id, interviewId } = await startedSession(tenant);
  const answer_data = { text: "I measured first and then changed one thing at a time." };
  expectOk(await post("/api/interview/answer/add", { session_id, question_id, answer_data }), AddAnswerAnswer);
  const segment = await openSegment(session_id, "video/webm;codecs=vp8,opus");
  const parts = emit(session_id, segment, await fixtureParts("chrome-webm/segment-0"));
  return { tenant, sessionId: session_id, candidateId, interviewId, parts };
}

function silentFor(id: string, ms: number) {
  return db().session.update({ where: { id }, data: { lastSeenAt: new Date(Date.now() - ms) } });
}

test("a candidate who never comes back leaves a provisional recording, and one who does completes it", async () => {
  const { tenant, sessionId, candidateId, parts } = await sitting();
  for (const part of parts.slice(0, 5)) expectOk(await putPart(part), PartAnswer);
  await silentFor(sessionId, 11 * MINUTE);
  const info = async () => processed(tenant, candidateId);
  await expect.poll(async () => (await info()).version, { timeout: NOTICED_WITHIN_MS }).toBe(1);
  expect(await info()).toMatchObject({ provisional: true, recording_status: "completed" });
  const { analysis } = await analysed(tenant, candidateId);
  expect(analysis.version).toBe(1);

  for (const part of parts.slice(5)) expectOk(await putPart(part), PartAnswer);
  expectOk(await post("/api/interview/session/end", { session_id: sessionId }), DoneAnswer);
  await expect.poll(async () => (await info()).version, { timeout: NOTICED_WITHIN_MS }).toBeGreaterThan(1);
  const whole = await info();
  expect(whole).toMatchObject({ provisional: false, gaps: [] });
  expect(whole.recording_duration).toBeGreaterThanOrEqual(8);
  await expect.poll(async () => (await analysed(tenant, candidateId)).analysis.version).toBe(2);
});

test("an end call that never comes loses nothing", async () => {
  const { tenant, sessionId, candidateId, interviewId, parts } = await sitting();
  for (const part of parts) expectOk(await putPart(part), PartAnswer);
  await silentFor(sessionId, 120 * MINUTE);
  await db().interview.update({ where: { id: interviewId }, data: { expiresAt: new Date(Date.now() - 90 * MINUTE) } });
  const read = () => db().session.findUniqueOrThrow({ where: { id: sessionId } });
  await expect.poll(async () => (await read()).status, { timeout: NOTICED_WITHIN_MS }).toBe("completed");
  const recording = await processed(tenant, candidateId);
  expect(recording).toMatchObject({ provisional: false, gaps: [], recording_status: "completed" });
  expect(recording.recording_duration).toBe(8);
  expect((await analysed(tenant, candidateId)).analysis.analysis_status).toBe("completed");
});
