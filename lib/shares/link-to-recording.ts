import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import * as sessionList from "../db/session-list.ts";
import type { Actor } from "../domain/actor.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { getMedia } from "../recording/get-media.ts";
import { contentDisposition, downloadName } from "../recording/media/file-name.ts";
import { storage } from "../storage/configured.ts";
import { readLink, signLink } from "./media-link.ts";

type Session = { id: string; candidateId: number; interviewId: string };
type Wanted = { file: number; download: boolean; expiresInSeconds: number };

/**
 * A short-lived address that opens a recording's file, to be handed out: each is a view in the record of who did what.
 * @throws AppError `recording_not_found` while there is no such file
 */
export async function handOutLink(actor: Actor, session: Session, wanted: Wanted) {
  const link = await linkToRecording(actor, session, wanted);
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
  const expiresAt = new Date(Math.floor(Date.now() / 1000 + expiresInSeconds) * 1000);
  const name = downloadName(media.candidateName, media.recordedAt, media.format);
  const source = await storage().source(media.storageKey, {
    expiresInSeconds,
    contentType: media.mimeType,
    contentDisposition: contentDisposition(download ? "attachment" : "inline", name),
  });
  const { interviewId } = session;
  const link = { interviewId, file, version: versionOf(media), download, expiresAt };
  const url = "link" in source ? source.link : `${env().publicUrl}/api/media/${signLink(link)}`;
  return { url, expiresAt };
}

/**
 * The file that a link of ours opens.
 * @throws AppError `media_link_invalid`, whatever is wrong with it
 */
export async function openLink(text: string) {
  const link = readLink(text, new Date());
  const session = link && (await sessionList.findOfInterview(db(), link.interviewId));
  if (!link || !session) throw invalid();
  const actor: Actor = { kind: "system", organizationId: session.organizationId };
  const media = await getMedia(actor, String(session.candidateId), session.id, link.file);
  if (versionOf(media) !== link.version) throw invalid();
  const fileName = downloadName(media.candidateName, media.recordedAt, media.format);
  return { ...media, fileName, download: link.download };
}

function versionOf({ sha256 }: { sha256: string }): string {
  return sha256.slice(0, 16);
}

function invalid(): AppError {
  return new AppError("media_link_invalid", "This link is not valid, or its time is over. Ask for a new one.");
}
