import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, expect, it } from "vitest";
import { db } from "../db/client.ts";
import * as leases from "../db/finalize-leases.ts";
import * as recordings from "../db/recordings.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import { presentRecordingError } from "../present/events.ts";
import { boss, stopBoss } from "../queue/boss.ts";
import { storage } from "../storage/configured.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { interviewMaker } from "../testing/interviews.ts";
import { acceptPart } from "./accept-part.ts";
import { finalizeShort } from "./finalize-job.ts";
import { finalizeRecording } from "./finalize-recording.ts";
import { giveUp } from "./give-up.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { openSegment } from "./open-segment.ts";

const MEDIA = new URL("../../e2e/fixtures/media/", import.meta.url).pathname;
const WEBM = { client_key: "first", mime_type: "video/webm;codecs=vp8,opus" };

await testDatabase();
afterAll(() => stopBoss());
const make = await interviewMaker(await testOrganization());
let people = 0;

/** A sitting that records, and a way to send it the parts of a fixture but for some. */
async function recordingSession() {
  const { sessionId } = await make({ name: "Ada", email: `${people++}@example.com`, session: "active" });
  if (!sessionId) throw new Error("no session");
  await recordings.create(db(), { sessionId, format: "webm", quality: "HD" });
  return {
    sessionId,
    async send(folder: string, without: readonly number[] = []) {
      const segmentIndex = await openSegment(sessionId, { ...WEBM, client_key: folder });
      let offset = 0;
      for (const [seq, name] of (await readdir(join(MEDIA, folder))).sort().entries()) {
        const bytes = await readFile(join(MEDIA, folder, name));
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        const part = { sessionId, segmentIndex, seq, offset, length: bytes.byteLength, sha256 };
        if (!without.includes(seq)) await acceptPart(part, Readable.from([bytes]));
        offset += bytes.byteLength;
      }
    },
  };
}

it("flags what is missing in the file's own time, and a late part mends it", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0", [2]);
  await send("chrome-webm/segment-1", [0]);
  await finalizeRecording({ sessionId });
  const holed = await recordings.get(db(), sessionId);
  expect(holed).toMatchObject({ status: "completed", processingStatus: "completed", version: 1 });
  expect(holed.gaps).toMatchObject([
    { segment: 0, missingParts: [[2, 2]], atSeconds: expect.closeTo(1.9, 1), seconds: expect.closeTo(3.1, 1) },
    { segment: 1, missingParts: [[0, 0]], atSeconds: expect.closeTo(8, 1), seconds: null },
  ]);

  await send("chrome-webm/segment-0");
  await send("chrome-webm/segment-1");
  await finalizeRecording({ sessionId });
  const mended = await recordings.get(db(), sessionId);
  expect(mended).toMatchObject({ version: 2, gaps: [], durationSeconds: expect.closeTo(16, 0) });
  expect(await storage().stat(mended.file ?? "")).toMatchObject({ sizeBytes: Number(mended.sizeBytes) });
  expect(await storage().stat(holed.file ?? ""), "the older version is gone").toBeNull();
});

it("has late sound looked for when a finished interview gets a new version, and not before", async () => {
  const { sessionId, send } = await recordingSession();
  await boss();
  const lookedFor = () => db().$queryRaw`
    SELECT name FROM pgboss.job WHERE name = 'analysis.hear-late-sound' AND data->>'sessionId' = ${sessionId}`;
  await send("chrome-webm/segment-0", [7]);
  await finalizeRecording({ sessionId });
  await send("chrome-webm/segment-0", [6]);
  await finalizeRecording({ sessionId });
  expect(await lookedFor(), "while the session is open, its end has everything analysed").toEqual([]);
  await db().session.update({ where: { id: sessionId }, data: { status: "completed" } });
  await send("chrome-webm/segment-0");
  await finalizeRecording({ sessionId });
  expect(await lookedFor()).toHaveLength(1);
});

it("knows a missing end from how many parts the client says there are", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0", [6, 7]);
  await db().segment.updateMany({ where: { sessionId }, data: { closedParts: 8 } });
  await finalizeRecording({ sessionId });
  const { gaps } = await recordings.get(db(), sessionId);
  expect(gaps).toMatchObject([{ segment: 0, missingParts: [[6, 7]], seconds: null }]);
});

it("says once what is wrong with a segment, however often the file is made anew", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0", [2]);
  await finalizeRecording({ sessionId });
  await send("chrome-webm/segment-1");
  await finalizeRecording({ sessionId });
  expect(await recordings.get(db(), sessionId)).toMatchObject({ version: 2 });
  const issues = await db().sessionEvent.findMany({ where: { sessionId, kind: "technical_issue" } });
  expect(issues.map(({ code }) => code)).toEqual(["segment_part_missing"]);
});

it("publishes what was recorded in another way beside the rest, and takes it away with its version", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0");
  await send("safari-like-mp4", [7]);
  await send("chrome-webm/segment-1");
  await finalizeRecording({ sessionId });
  const { format, playlist } = await recordings.get(db(), sessionId);
  expect(format).toBe("webm");
  expect(playlist).toMatchObject([{ format: "mp4", segments: [1], startMs: 7999, places: [{ index: 1, startMs: 0 }] }]);
  const [first] = playlist as PlaylistFile[];
  expect(first?.file).toMatch(/^recordings\/interview_session_\d+_\d+-2\.mp4$/);
  expect(await storage().stat(first?.file ?? "")).toMatchObject({ sizeBytes: first?.sizeBytes });

  await send("safari-like-mp4");
  await finalizeRecording({ sessionId });
  const [second] = (await recordings.get(db(), sessionId)).playlist as PlaylistFile[];
  expect(await storage().stat(second?.file ?? "")).not.toBeNull();
  expect(await storage().stat(first?.file ?? "")).toBeNull();
});

it("is joined by one worker at a time, and what the other found waiting is looked at after it", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0");
  await boss();
  await Promise.all([finalizeShort({ sessionId }), finalizeShort({ sessionId })]);
  const { version, processingStatus, file } = await recordings.get(db(), sessionId);
  expect([version, processingStatus]).toEqual([1, "completed"]);
  const waiting = await db().$queryRaw`
    SELECT data FROM pgboss.job WHERE name = 'recording.finalize' AND data->>'sessionId' = ${sessionId}`;
  expect(waiting).toEqual([{ data: { sessionId } }]);

  await finalizeShort({ sessionId }); // as the queue does with it: nothing came meanwhile
  expect(await recordings.get(db(), sessionId)).toMatchObject({ version: 1, processingStatus: "completed", file });
});

it("is taken over from a worker that died with it, by the database's clock", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0");
  await leases.take(db(), sessionId, randomUUID());
  expect(await oneAtATime(sessionId, () => expect.fail("somebody else is at it"))).toBe(false);
  await db()
    .$executeRaw`UPDATE recordings SET finalizing_until = now() - interval '1 second' WHERE session_id = ${sessionId}::uuid`;
  await finalizeShort({ sessionId });
  expect(await recordings.get(db(), sessionId)).toMatchObject({ version: 1, finalizingBy: null });
});

it("becomes a job of the long ones when it takes long, and keeps nobody waiting", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0");
  await db().part.updateMany({ where: { segment: { sessionId }, seq: 3 }, data: { length: 300_000_000 } });
  await finalizeShort({ sessionId });
  expect(await recordings.get(db(), sessionId)).toMatchObject({ version: 0, processingStatus: "pending" });
  const long = await db().$queryRaw`
    SELECT data FROM pgboss.job WHERE name = 'recording.finalize-long' AND data->>'sessionId' = ${sessionId}`;
  expect(long).toEqual([{ data: { sessionId } }]);
});

it("takes claims of parts that never come for what they cost: two numbers each", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0");
  const claimed = Array.from({ length: 500 }, (_, number) => {
    return {
      sessionId,
      index: number + 1,
      clientKey: `claim-${number}`,
      mimeType: "video/webm",
      closedParts: 2_000_000_000,
    };
  });
  await db().segment.createMany({ data: claimed });
  await finalizeRecording({ sessionId });
  const { version, gaps } = await recordings.get(db(), sessionId);
  expect(version).toBe(1);
  expect(gaps).toHaveLength(500);
  expect((gaps as unknown[])[0]).toMatchObject({ segment: 1, missingParts: [[0, 1_999_999_999]] });
});

it("keeps what cannot be joined as it came, to be played one by one", async () => {
  const { sessionId, send } = await recordingSession();
  const segmentIndex = await openSegment(sessionId, { ...WEBM, client_key: "damaged" });
  const bytes = Buffer.from("<script>no recording at all</script>");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const part = { sessionId, segmentIndex, seq: 0, offset: 0, length: bytes.byteLength, sha256 };
  await acceptPart(part, Readable.from([bytes]));
  await finalizeRecording({ sessionId });
  const failed = await recordings.get(db(), sessionId);
  expect(failed).toMatchObject({ status: "failed", processingStatus: "failed", file: null });
  expect(failed.playlist).toMatchObject([
    { segments: [0], mimeType: "video/webm", sha256, sizeBytes: bytes.byteLength },
  ]);

  await send("chrome-webm/segment-0");
  await finalizeRecording({ sessionId });
  const joined = await recordings.get(db(), sessionId);
  expect(joined).toMatchObject({ status: "completed", playlist: [{ segments: [0], sha256 }] });
  const [kept] = joined.playlist as PlaylistFile[];
  expect(await storage().stat(kept?.file ?? "")).toMatchObject({ sizeBytes: bytes.byteLength });
});

it("gives up in words, and never on a recording that is finished", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0");
  await recordings.beginProcessing(db(), sessionId); // and the worker dies
  await giveUp({ sessionId });
  const failed = await recordings.get(db(), sessionId);
  expect(failed).toMatchObject({ status: "failed", processingStatus: "failed" });
  expect(presentRecordingError(failed?.error)).toContain("error on our side");

  await finalizeRecording({ sessionId });
  await giveUp({ sessionId });
  const finished = { status: "completed", processingStatus: "completed", error: null };
  expect(await recordings.get(db(), sessionId)).toMatchObject(finished);
});

it("keeps the way of recording that people have seen, however much comes late in another, and writes down both hashes", async () => {
  const { sessionId, send } = await recordingSession();
  await send("chrome-webm/segment-0", [3, 4, 5, 6, 7]);
  await openSegment(sessionId, { ...WEBM, client_key: "safari-like-mp4" });
  await db().session.update({ where: { id: sessionId }, data: { status: "completed", endedAt: new Date() } });
  await finalizeRecording({ sessionId });
  const seen = await recordings.get(db(), sessionId);
  expect(seen).toMatchObject({ format: "webm", version: 1, provisional: false });

  await send("safari-like-mp4"); // longer than the first, and late
  await finalizeRecording({ sessionId });
  const now = await recordings.get(db(), sessionId);
  expect(now).toMatchObject({ format: "webm", version: 2, playlist: [{ format: "mp4", segments: [1] }] });
  expect(now.durationSeconds).toBeCloseTo(seen.durationSeconds ?? 0, 1);

  await send("chrome-webm/segment-0");
  await finalizeRecording({ sessionId });
  const mended = await recordings.get(db(), sessionId);
  expect(mended.sha256).not.toBe(seen.sha256);
  const { interviewId } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  const changes = await db().auditEvent.findMany({ where: { action: "recording.changed", subjectId: interviewId } });
  expect(changes.at(-1)).toMatchObject({
    actorKind: "system",
    detail: { to_version: 3, from_sha256: now.sha256, to_sha256: mended.sha256 },
  });
});
