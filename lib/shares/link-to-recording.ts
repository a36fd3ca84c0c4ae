import { noteSeen } from "../audit/note-seen.ts";
import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import * as sessionList from "../db/session-list.ts";
import type { Actor } from "../domain/actor.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { getMedia } from "../recording/get-media.ts";
import { contentDisposition, downloadName } from "../recording/media/file-name.ts";
import { storage } from "../storage/configured.ts";
import { type MediaLink, readLink, signLink } from "./media-link.ts";

type Session = { id: string; candidateId: number; interviewId: string };
type Wanted = { file: number; download: boolean; expiresInSeconds: number };

/** A store knows nothing of share links that are revoked: for one, its own links are this short. */
const SHARED_STORE_SECONDS = 300;

/**
 * A short-lived address that opens a recording's file, to be handed out: each is a view in the record of who did what.
 * @throws AppError `recording_not_found` while there is no such file
 */
export async function handOutLink(actor: Actor, session: Session, wanted: Wanted) {
  const link = await linkToRecording(actor, session, wanted);
  if (wanted.download) await noteSeen(actor, "recording.downloaded", session.interviewId);
  await auditEvents.append(db(), actor, "recording.viewed", {
    kind: "interview",
    id: session.interviewId,
    detail: { by: "link", file: wanted.file, download: wanted.download, expires_at: link.expiresAt.toISOString() },
  });
  return link;
}

/**
 * A short-lived address that opens a recording's file without any other credential: the store's own where it gives one,
 * else one that we sign.
 * @throws AppError `recording_not_found` while there is no such file
 */
export async function linkToRecording(
  actor: Actor,
  session: Session,
  { file, download, expiresInSeconds }: Wanted,
): Promise<{ url: string; expiresAt: Date }> {
  const media = await getMedia(actor, String(session.candidateId), session.id, file);
  const shareLinkId = actor.kind === "share_link" ? (actor.id ?? null) : null;
  const storeSeconds = shareLinkId ? Math.min(SHARED_STORE_SECONDS, expiresInSeconds) : expiresInSeconds;
  const name = downloadName(media.candidateName, media.recordedAt, media.format);
  const source = await storage().source(media.storageKey, {
    expiresInSeconds: storeSeconds,
    contentType: media.mimeType,
    contentDisposition: contentDisposition(download ? "attachment" : "inline", name),
  });
  if ("link" in source) return { url: source.link, expiresAt: inSeconds(storeSeconds) };
  const expiresAt = inSeconds(expiresInSeconds);
  const link = { interviewId: session.interviewId, file, version: versionOf(media), download, expiresAt, shareLinkId };
  return { url: `${env().publicUrl}/api/media/${signLink(link)}`, expiresAt };
}

function inSeconds(seconds: number): Date {
  return new Date(Math.floor(Date.now() / 1000 + seconds) * 1000);
}

/**
 * The file that a link of ours opens. One for a share link opens nothing from the moment on at which that has ended.
 * @throws AppError `media_link_invalid`, whatever is wrong with it
 */
export async function openLink(text: string) {
  const now = new Date();
  const link = readLink(text, now);
  const session = link && (await sessionOf(link, now));
  if (!link || !session) throw invalid();
  const actor: Actor = { kind: "system", organizationId: session.organizationId };
  const media = await getMedia(actor, String(session.candidateId), session.id, link.file);
  if (versionOf(media) !== link.version) throw invalid();
  const fileName = downloadName(media.candidateName, media.recordedAt, media.format);
  return { ...media, fileName, download: link.download };
}

/** One query, with a share link as without. */
function sessionOf({ interviewId, shareLinkId }: MediaLink, now: Date) {
  if (shareLinkId === null) return sessionList.findOfInterview(db(), interviewId);
  return sessionList.findShared(db(), interviewId, shareLinkId, now);
}

function versionOf({ sha256 }: { sha256: string }): string {
  return sha256.slice(0, 16);
}

function invalid(): AppError {
  return new AppError("media_link_invalid");
}
