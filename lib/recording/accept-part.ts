import { MAX_PART_BYTES } from "../contract/upload.ts";
import { db } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import * as segments from "../db/segments.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import { AppError } from "../errors.ts";
import { storage } from "../storage/configured.ts";
import type { ObjectStorage } from "../storage/storage.ts";
import { finalizeAgain } from "./finalize-again.ts";
import { partKey } from "./media/recording-keys.ts";
import { getUploadableSession } from "./uploadable-session.ts";

export type AnnouncedPart = {
  sessionId: string;
  segmentIndex: number;
  seq: number;
  /** Of its first byte within the segment. */
  offset: number;
  /** Bytes. */
  length: number;
  /** Lower-case hex. */
  sha256: string;
};

export type Arrived = { ackedThrough: number; missing: number[] };

/**
 * Takes one part of a segment. When this resolves, the bytes and their row survive a crash. The same part again is
 * answered again; a different one for the same number is kept beside the first and refused.
 * @throws AppError `session_not_found`, `invitation_revoked`, `recording_not_found`, `part_mismatch`, `part_conflict`,
 * `body_too_large`, `storage_full`
 */
export async function acceptPart(
  part: AnnouncedPart,
  body: AsyncIterable<Uint8Array>,
  store: Pick<ObjectStorage, "putPart"> = storage(),
): Promise<Arrived> {
  const session = await getUploadableSession(db(), part.sessionId);
  const segment = await segments.find(db(), part.sessionId, part.segmentIndex);
  if (!segment) throw new AppError("recording_not_found", "This segment was never opened.");
  await assertFits(segment.id, part);

  const storageKey = partKey(part.sessionId, part.segmentIndex, part.seq, part.sha256);
  const { length, sha256 } = part;
  const known = await segments.findPart(db(), segment.id, part.seq);
  if (known?.sha256 === sha256) {
    // Asked twice, answered twice. The first time may have ended before it said that the file lacks this part.
    if (session.endedAt && known.receivedAt >= session.endedAt) await finalizeAgain(session.id);
    return segments.arrivedOf(db(), segment.id);
  }
  await store.putPart(storageKey, body, { length, sha256, maxBytes: MAX_PART_BYTES });
  const added = await segments.addPart(db(), {
    segmentId: segment.id,
    seq: part.seq,
    offset: BigInt(part.offset),
    length,
    sha256,
    storageKey,
  });
  const first = added ? null : await segments.findPart(db(), segment.id, part.seq);
  if (first && first.sha256 !== sha256) return refuseConflict(part);

  await sessions.touch(db(), session, new Date());
  if (session.recording?.status !== "recording") await recordings.markRecording(db(), session.id);
  // Asked after the part has its row: an end that comes later makes a file with it.
  if (await sessions.isCompleted(db(), session.id)) await finalizeAgain(session.id);
  return segments.arrivedOf(db(), segment.id);
}

/** A part begins where the one before it ends, and ends where the one after it begins. */
async function assertFits(segmentId: string, { seq, offset, length }: AnnouncedPart): Promise<void> {
  const [before, after] = await Promise.all([
    seq === 0 ? null : segments.findPart(db(), segmentId, seq - 1),
    segments.findPart(db(), segmentId, seq + 1),
  ]);
  const wrongStart = seq === 0 ? offset !== 0 : before && Number(before.offset) + before.length !== offset;
  const wrongEnd = after && offset + length !== Number(after.offset);
  if (wrongStart || wrongEnd) {
    throw new AppError("part_mismatch", "This part's offset does not fit the parts beside it. Please send it again.");
  }
}

async function refuseConflict({ sessionId, segmentIndex, seq }: AnnouncedPart): Promise<never> {
  await events.append(db(), {
    sessionId,
    kind: "technical_issue",
    code: "part_conflict",
    message: `Two different recordings arrived for part ${seq} of segment ${segmentIndex}. Both were kept.`,
  });
  throw new AppError("part_conflict", "A different part with this number has already arrived. Both were kept.");
}
