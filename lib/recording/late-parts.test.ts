import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { endSession } from "../sitting/end-session.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testReviewer } from "../testing/interviews.ts";
import { testSession } from "../testing/recording-session.ts";
import { toldOf } from "../testing/refusals.ts";
import { acceptLateParts, decide, getReview } from "../testing/reviewed.ts";
import { acceptPart } from "./accept-part.ts";
import { closeSegment } from "./close-segment.ts";
import { getUpload } from "./get-upload.ts";
import { openSegment } from "./open-segment.ts";

await testDatabase();

const WEBM = { client_key: "first", mime_type: "video/webm" };
const CLOSED = { code: "recording_closed" };

/** An interview that has ended, with a segment of three parts of which the last two have not arrived. */
async function endedWithHoles() {
  const session = await testSession();
  const { sessionId } = session;
  await openSegment(sessionId, WEBM);
  const send = (seq: number) => {
    const bytes = Buffer.from([seq]);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const part = { sessionId, segmentIndex: 0, seq, offset: seq, length: 1, sha256 };
    return acceptPart(
      part,
      (async function* () {
        yield bytes;
      })(),
    );
  };
  await send(0);
  await endSession(sessionId);
  await closeSegment(sessionId, 0, 3);
  const reviewer = await testReviewer(session.actor);
  const conclude = () =>
    decide({ interviewId: session.interviewId, decision: "passed", reason: "Good.", despite_missing: true }, reviewer);
  return { ...session, send, reviewer, conclude };
}

const endedHoursAgo = (sessionId: string, hours: number) =>
  db().$executeRaw`UPDATE sessions SET ended_at = now() - ${hours} * interval '1 hour' WHERE id = ${sessionId}::uuid`;

const jobsOf = (sessionId: string) =>
  db().$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE name = 'recording.finalize' AND data->>'sessionId' = ${sessionId}`.then(
    (jobs) => jobs.length,
  );

test("after the end no segment is opened; one that was before is found again", async () => {
  const { sessionId } = await endedWithHoles();
  await expect(openSegment(sessionId, { ...WEBM, client_key: "second" })).rejects.toMatchObject(CLOSED);
  expect(await openSegment(sessionId, WEBM)).toBe(0);
  expect(await db().segment.count({ where: { sessionId } })).toBe(1);
});

test("parts of segments opened before the end are taken for 72 hours, by the database's clock", async () => {
  const { sessionId, send } = await endedWithHoles();
  await endedHoursAgo(sessionId, 71.9);
  expect(await send(1)).toMatchObject({ ackedThrough: 1 });
  expect(await getUpload(sessionId)).toMatchObject({ acceptsParts: true });
  await endedHoursAgo(sessionId, 72.1);
  await expect(send(2)).rejects.toMatchObject(CLOSED);
  expect(await send(1), "what is here is acknowledged however often it is sent").toMatchObject({ ackedThrough: 1 });
  expect(await getUpload(sessionId)).toMatchObject({ acceptsParts: false });
  expect(await db().part.count({ where: { segment: { sessionId } } })).toBe(2);
});

test("after a decision nothing is taken, and what is said about it changes no file", async () => {
  const { sessionId, send, conclude, interviewId, reviewer } = await endedWithHoles();
  await conclude();
  const before = await jobsOf(sessionId);
  await expect(send(1)).rejects.toMatchObject(CLOSED);
  await closeSegment(sessionId, 0, 5);
  expect(await jobsOf(sessionId)).toBe(before);
  const { recording } = await getReview(interviewId, reviewer);
  expect(recording?.late_parts).toMatchObject({ waiting: 4, open_until: null, accepted_at: null });
});

test("a recruiter accepts late parts until somebody decides again, and the record says so", async () => {
  const { sessionId, send, conclude, interviewId, actor, reviewer } = await endedWithHoles();
  await conclude();
  await endedHoursAgo(sessionId, 24 * 20);
  const accepted = await acceptLateParts(reviewer, interviewId);
  expect(accepted.waiting).toBe(2);
  const lasts = Date.parse(accepted.open_until ?? "") - Date.parse(accepted.accepted_at ?? "");
  expect(lasts).toBe(30 * 24 * 3_600_000);
  expect(await send(1)).toMatchObject({ ackedThrough: 1 });
  await conclude();
  await expect(send(2)).rejects.toMatchObject(CLOSED);
  const events = await db().auditEvent.findMany({ where: { action: "recording.late_parts_accepted" } });
  expect(events).toMatchObject([
    { actorId: reviewer.id, subjectId: interviewId, organizationId: actor.organizationId },
  ]);
});

test("a decision that comes while a part's bytes are on their way keeps it out", async () => {
  const { sessionId, conclude } = await endedWithHoles();
  const sha256 = createHash("sha256").update("x").digest("hex");
  const part = { sessionId, segmentIndex: 0, seq: 1, offset: 1, length: 1, sha256 };
  const slow = async function* () {
    await conclude();
    yield Buffer.from("x");
  };
  await expect(acceptPart(part, slow())).rejects.toMatchObject(CLOSED);
  expect(await db().part.count({ where: { segment: { sessionId } } })).toBe(1);
});

test("nothing of an interview under way is late, nor of somebody else's", async () => {
  const { interviewId, actor } = await testSession();
  await expect(acceptLateParts(actor, interviewId)).rejects.toMatchObject({ code: "interview_not_completed" });
  const stranger = await testOrganization("Strangers");
  await expect(acceptLateParts(stranger, interviewId)).rejects.toMatchObject({ code: "interview_not_found" });
  expect((await getReview(interviewId, actor)).recording?.late_parts).toBeNull();
});

test("who decides while parts are missing says that they know", async () => {
  const { interviewId, reviewer, conclude } = await endedWithHoles();
  const plain = { interviewId, decision: "passed", reason: "Good." } as const;
  await expect(toldOf(decide(plain, reviewer))).resolves.toMatchObject({
    code: "recording_incomplete",
    message: expect.stringMatching(/^2 parts of the recording have not arrived/),
  });
  await expect(decide({ ...plain, despite_missing: false }, reviewer)).rejects.toMatchObject({
    code: "recording_incomplete",
  });
  expect(await db().decision.count({ where: { session: { interviewId } } })).toBe(0);
  expect(await conclude()).toMatchObject({ decision: "passed", recording_version: 0, analysis_version: 0 });
});
