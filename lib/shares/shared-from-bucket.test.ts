import { expect, test, vi } from "vitest";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { linkToRecording } from "./link-to-recording.ts";

vi.hoisted(() => {
  const s3 = { STORAGE_DRIVER: "s3", S3_BUCKET: "interviews", S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "key" };
  Object.assign(process.env, s3);
});
await testDatabase();

test("a bucket cannot be told that a share link was revoked, so its links for one end after five minutes", async () => {
  const { actor, candidateId, interviewId, sessionId } = await testSession();
  const facts = { file: "a.webm", format: "webm", mimeType: "video/webm", sizeBytes: 5n, sha256: "a".repeat(64) };
  await db().recording.update({ where: { sessionId }, data: facts });
  const session = { id: sessionId, candidateId, interviewId };
  const link = (who: Actor, expiresInSeconds: number) =>
    linkToRecording(who, session, { file: 1, download: false, expiresInSeconds });
  const seconds = ({ url }: { url: string }) => Number(new URL(url).searchParams.get("X-Amz-Expires"));
  const stranger: Actor = { ...actor, kind: "share_link", id: interviewId };
  expect(seconds(await link(actor, 900))).toBe(900);
  const shared = await link(stranger, 900);
  expect(seconds(shared)).toBe(300);
  expect(shared.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 300_000);
  expect(seconds(await link(stranger, 30))).toBe(30);
});
