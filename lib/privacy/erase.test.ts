import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { acceptPart } from "../recording/accept-part.ts";
import { finalizeRecording } from "../recording/finalize-recording.ts";
import { getUpload } from "../recording/get-upload.ts";
import { openSegment } from "../recording/open-segment.ts";
import { unlessPutOff } from "../restriction/put-off.ts";
import { endSession } from "../sitting/end-session.ts";
import { storage } from "../storage/configured.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { testSession } from "../testing/recording-session.ts";
import { keepData } from "./end-deletion-request.ts";
import { erase } from "./erase.ts";
import { eraseCandidate } from "./erase-candidate.ts";
import { requestDeletion } from "./request-deletion.ts";

await testDatabase();

const ERASED = { code: "erased" };

async function recorded() {
  const session = await testSession();
  await openSegment(session.sessionId, { client_key: "first", mime_type: "video/webm" });
  await send(session.sessionId);
  return session;
}

function send(sessionId: string, seq = 0) {
  const bytes = Buffer.from([seq]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const part = { sessionId, segmentIndex: 0, seq, offset: seq, length: 1, sha256 };
  return acceptPart(
    part,
    (async function* () {
      yield bytes;
    })(),
  );
}

const filesOf = (sessionId: string) => Array.fromAsync(storage().list(`parts/${sessionId}`));

test("a candidate is erased: files, rows and links, and only this one", async () => {
  const [gone, other] = [await recorded(), await recorded()];
  const asked = await eraseCandidate(String(gone.candidateId), gone.actor);
  expect(asked.finishedAt).toBeNull();
  await erase({ erasureId: asked.id });
  const { finishedAt, counts } = await eraseCandidate(String(gone.candidateId), gone.actor);
  expect(finishedAt).not.toBeNull();
  expect(counts).toMatchObject({ files: 1, Part: 1, Segment: 1, Recording: 1, Session: 1, Interview: 1, Candidate: 1 });
  expect(await filesOf(gone.sessionId)).toEqual([]);
  expect(await db().candidate.findUnique({ where: { id: gone.candidateId } })).toMatchObject({
    name: "Erased",
    email: `erased-${gone.candidateId}@erased.invalid`,
  });
  expect(await filesOf(other.sessionId)).toHaveLength(1);
  expect(await db().candidate.findUnique({ where: { id: other.candidateId } })).toMatchObject({ name: "Ada Lovelace" });
  const actions = await db().auditEvent.findMany({
    where: { subjectId: String(gone.candidateId), subjectKind: "candidate" },
  });
  expect(actions.map(({ action }) => action)).toEqual([
    "candidate.created",
    "candidate.erasure_requested",
    "candidate.erased",
  ]);
});

test("from the first moment on nothing more is taken, and a browser learns to delete what it holds", async () => {
  const { sessionId, candidateId, actor } = await recorded();
  await eraseCandidate(String(candidateId), actor);
  const all = [
    () => send(sessionId, 1),
    () => getUpload(sessionId),
    () => openSegment(sessionId, { client_key: "second", mime_type: "video/webm" }),
    () => endSession(sessionId),
  ];
  for (const verb of all) await expect(verb()).rejects.toMatchObject(ERASED);
  const { id } = await eraseCandidate(String(candidateId), actor);
  await erase({ erasureId: id });
  for (const verb of all) await expect(verb()).rejects.toMatchObject(ERASED);
});

test("it waits for whoever works on something of theirs, whom nobody follows", async () => {
  const { sessionId, candidateId, actor } = await recorded();
  await endSession(sessionId);
  let erasureId = "";
  let later = 0;
  await unlessPutOff("recording.finalize", { sessionId }, async () => {
    ({ id: erasureId } = await eraseCandidate(String(candidateId), actor));
    await erase({ erasureId });
    await unlessPutOff("recording.finalize", { sessionId }, async () => void later++);
    await finalizeRecording({ sessionId }).catch(() => {}); // of one byte nothing can be made
  });
  expect(later).toBe(0);
  expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({ name: "Ada Lovelace" });
  await erase({ erasureId });
  expect(await filesOf(sessionId)).toEqual([]);
  expect(await Array.fromAsync(storage().list(`recordings/interview_session_${candidateId}_*`))).toEqual([]);
  expect(await db().candidate.findUnique({ where: { id: candidateId } })).toMatchObject({ name: "Erased" });
});

test("one whose worker dies is gone on with: files first, rows all at once", async () => {
  const { sessionId, candidateId, actor } = await recorded();
  const { id } = await eraseCandidate(String(candidateId), actor);
  const failing = { removeAll: () => Promise.reject(new Error("the disk is away")) };
  await expect(erase({ erasureId: id }, failing)).rejects.toThrow("away");
  expect(await db().part.count({ where: { segment: { sessionId } } })).toBe(1); // still known where its files are
  await erase({ erasureId: id });
  await erase({ erasureId: id });
  expect(await db().part.count({ where: { segment: { sessionId } } })).toBe(0);
});

test("a file that was on its way is removed when it is looked for once more", async () => {
  const { sessionId, candidateId, actor } = await recorded();
  const { id } = await eraseCandidate(String(candidateId), actor);
  await erase({ erasureId: id });
  const [again] = await db().$queryRaw<{ later: boolean }[]>`
    SELECT start_after > now() + interval '50 minutes' AS later FROM pgboss.job
    WHERE name = 'privacy.erase' AND data->>'erasureId' = ${id} ORDER BY start_after DESC LIMIT 1`;
  expect(again).toEqual({ later: true });
  const bytes = Buffer.from("late");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await storage().putPart(
    `parts/${sessionId}/0/1-${sha256}`,
    (async function* () {
      yield bytes;
    })(),
    { length: 4, sha256, maxBytes: 10 },
  );
  await erase({ erasureId: id });
  expect(await filesOf(sessionId)).toEqual([]);
});

test("a request for deletion ends with it, and cannot be answered otherwise once it has begun", async () => {
  const { interviewId, candidateId, actor } = await recorded();
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } });
  await requestDeletion(token);
  const { id } = await eraseCandidate(String(candidateId), actor);
  await expect(keepData(actor, interviewId, "We must.")).rejects.toMatchObject({ code: "no_deletion_request" });
  await erase({ erasureId: id });
  expect(await db().deletionRequest.findFirst({ where: { candidateId } })).toMatchObject({ outcome: "erased" });
});

test("the same person can be invited again, as somebody new", async () => {
  const { candidateId, actor } = await recorded();
  const again = () => testInvitation({ name: "Ada Lovelace", email: "ada@example.com" }, actor);
  const { id } = await eraseCandidate(String(candidateId), actor);
  await expect(again()).rejects.toMatchObject(ERASED);
  await erase({ erasureId: id });
  expect((await again()).candidateId).not.toBe(candidateId);
});

test("somebody else's candidate is not found, nor is one that never was", async () => {
  const { candidateId } = await recorded();
  const stranger = await testOrganization();
  for (const id of [String(candidateId), "999999999", "ada", "-1"]) {
    await expect(eraseCandidate(id, stranger), id).rejects.toMatchObject({ code: "candidate_not_found" });
  }
});

test("two who ask at once erase once", async () => {
  const { candidateId, actor } = await recorded();
  const asked = await Promise.all(Array.from({ length: 4 }, () => eraseCandidate(String(candidateId), actor)));
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  const [{ id: erasureId } = { id: "" }] = asked;
  await Promise.all([erase({ erasureId }), erase({ erasureId })]);
  expect(await db().erasure.findUnique({ where: { id: erasureId } })).toMatchObject({ counts: { Part: 1 } });
});
