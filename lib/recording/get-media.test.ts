import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { getMedia } from "./get-media.ts";

await testDatabase();

const BESIDE = { file: "recordings/beside.mp4", format: "mp4", mimeType: "video/mp4", sizeBytes: 7, sha256: "bb" };

/** A sitting whose recording is published. */
async function published() {
  const session = await testSession();
  const file = `recordings/${randomUUID()}.webm`;
  const facts = { file, format: "webm", mimeType: "video/webm", sizeBytes: 5n, sha256: "aa", playlist: [BESIDE] };
  await db().recording.update({ where: { sessionId: session.sessionId }, data: facts });
  return { ...session, candidate: String(session.candidateId), file };
}

test("the recording of the latest session is found, and by its session's id, and the files beside it", async () => {
  const { actor, candidate, sessionId, file } = await published();
  const main = { storageKey: file, sizeBytes: 5, mimeType: "video/webm", sha256: "aa", format: "webm" };
  const { startedAt } = await db().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(await getMedia(actor, candidate)).toEqual({
    ...main,
    recordedAt: startedAt,
    candidateName: "Ada Lovelace",
    interviewId: expect.any(String),
  });
  expect(await getMedia(actor, candidate, sessionId)).toMatchObject(main);
  expect(await getMedia(actor, candidate, sessionId, 2)).toMatchObject({ storageKey: BESIDE.file, sizeBytes: 7 });
  await expect(getMedia(actor, candidate, sessionId, 3)).rejects.toMatchObject({ code: "recording_not_found" });
});

test("what is absent and what is somebody else's look the same", async () => {
  const [one, other] = [await published(), await published()];
  const foreign = getMedia(await testOrganization(), one.candidate);
  await expect(foreign).rejects.toMatchObject({ code: "candidate_not_found" });
  await expect(getMedia(one.actor, "nobody", "no-id")).rejects.toMatchObject({ code: "candidate_not_found" });
  for (const session of ["no-id", randomUUID(), other.sessionId]) {
    await expect(getMedia(one.actor, one.candidate, session)).rejects.toMatchObject({ code: "session_not_found" });
  }
});

test("before the recording is made there is none", async () => {
  const { actor, candidateId } = await testSession();
  await expect(getMedia(actor, String(candidateId))).rejects.toMatchObject({ code: "recording_not_found" });
});
