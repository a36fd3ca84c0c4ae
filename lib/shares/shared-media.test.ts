import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { createShareLink } from "./create-share-link.ts";
import { handOutLink, openLink } from "./link-to-recording.ts";
import { revokeShareLink } from "./revoke-share-link.ts";
import { linkShared } from "./shared-interview.ts";

await testDatabase();

/** A finished interview whose recording is published, shared twice. */
async function shared() {
  const session = await testSession();
  const { actor, sessionId, interviewId } = session;
  const file = `recordings/${randomUUID()}.webm`;
  const stored = join(process.env.DATA_DIR ?? "", file);
  mkdirSync(dirname(stored), { recursive: true });
  writeFileSync(stored, "video");
  const facts = { file, format: "webm", mimeType: "video/webm", sizeBytes: 5n, sha256: "a".repeat(64) };
  await db().recording.update({ where: { sessionId }, data: facts });
  await db().session.update({ where: { id: sessionId }, data: { status: "completed" } });
  const [one, other] = [await share(), await share()];
  return { ...session, file, one, other };

  async function share() {
    const { link, url } = await createShareLink(actor, interviewId, { expires_in_days: 1 });
    const token = url.split("/").at(-1) ?? "";
    const media = async () => textOf((await linkShared(token, { file: 1, download: false })).url);
    return { id: link.id, media };
  }
}

const textOf = (url: string) => url.split("/").at(-1) ?? "";

test("a media link of a share link ends at once when that is revoked; others of the same recording do not", async () => {
  const { actor, candidateId, file, interviewId, one, other, sessionId } = await shared();
  const [ended, open] = [await one.media(), await other.media()];
  const session = { id: sessionId, candidateId, interviewId };
  const ours = await handOutLink(actor, session, { file: 1, download: false, expiresInSeconds: 60 });
  for (const link of [ended, open]) expect(await openLink(link)).toMatchObject({ storageKey: file });
  await revokeShareLink(actor, one.id);
  await expect(openLink(ended)).rejects.toMatchObject({ code: "media_link_invalid" });
  for (const link of [open, textOf(ours.url)]) expect(await openLink(link)).toMatchObject({ storageKey: file });
});

test("and when the share link is over, were it by having been given less time", async () => {
  const { one } = await shared();
  const link = await one.media();
  await db().shareLink.update({ where: { id: one.id }, data: { expiresAt: new Date() } });
  await expect(openLink(link)).rejects.toMatchObject({ code: "media_link_invalid" });
});

test("a share link vouches for its own interview only", async () => {
  const [mine, theirs] = [await shared(), await shared()];
  const link = await mine.one.media();
  await db().shareLink.update({ where: { id: mine.one.id }, data: { interviewId: theirs.interviewId } });
  await expect(openLink(link)).rejects.toMatchObject({ code: "media_link_invalid" });
});
