import { noteSeen } from "../audit/note-seen.ts";
import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as sessionList from "../db/session-list.ts";
import * as shareLinks from "../db/share-links.ts";
import type { Actor } from "../domain/actor.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { getReview, type Reviewed } from "../review/get-review.ts";
import { linkToRecording } from "./link-to-recording.ts";
import { hashShareToken } from "./share-token.ts";

/** A player gets a new link when this one has ended. */
const LINK_SECONDS = 900;

/** An interview, and until when the link shows it. */
export type Shared = { reviewed: Reviewed; until: Date };

/**
 * The interview that a share link shows.
 * @returns null for an unknown, a revoked and an expired link alike
 */
export async function getSharedInterview(token: string): Promise<Shared | null> {
  const link = await findLink(token);
  if (!link) return null;
  const reviewed = await getReview(link.interviewId, actorOf(link));
  await noteSeen(actorOf(link), "share_link.opened", link.interviewId);
  return { reviewed, until: link.expiresAt };
}

/**
 * A short-lived link to the recording that a share link shows. It never outlives the share link.
 * @throws AppError `share_link_not_found` for an unknown, a revoked and an expired link alike; `recording_not_found`
 */
export async function linkShared(
  token: string,
  { file, download }: { file: number; download: boolean },
): Promise<{ url: string }> {
  const link = await findLink(token);
  const session = link && (await sessionList.findOfInterview(db(), link.interviewId));
  if (!link || !session) throw new AppError("share_link_not_found:ended");
  const left = Math.ceil((link.expiresAt.getTime() - (await databaseNow(db())).getTime()) / 1000);
  const wanted = { file, download, expiresInSeconds: Math.min(LINK_SECONDS, left) };
  const { url } = await linkToRecording(actorOf(link), { ...session, interviewId: link.interviewId }, wanted);
  await noteSeen(actorOf(link), download ? "recording.downloaded" : "recording.viewed", link.interviewId); // a player comes here for every range
  // Under whatever name the page was reached: its policy lets media come from its own origin.
  const { publicUrl } = env();
  return { url: url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url };
}

async function findLink(token: string): Promise<shareLinks.ShareLinkRow | null> {
  const hash = hashShareToken(token);
  return hash === null ? null : shareLinks.findOpen(db(), hash, await databaseNow(db()));
}

function actorOf({ id, organizationId }: shareLinks.ShareLinkRow): Actor {
  return { kind: "share_link", id, organizationId };
}
