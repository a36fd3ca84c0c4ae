import { MAX_PART_BYTES } from "../contract/upload.ts";
import { db, transaction } from "../db/client.ts";
import * as lateParts from "../db/late-parts.ts";
import * as recordings from "../db/recordings.ts";
import * as segments from "../db/segments.ts";
import * as sessions from "../db/sessions.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { assertConsented } from "../sitting/assert-consented.ts";
import { quotaRefusal } from "../sitting/session-limit.ts";
import { sessionNotFound } from "../sitting/writable-session.ts";
import { storage } from "../storage/configured.ts";
import { tooLarge } from "../storage/refusals.ts";
import type { ObjectStorage } from "../storage/storage.ts";
import { finalizeAgain } from "./finalize-again.ts";
import { partKey } from "./media/recording-keys.ts";
import { assertNotRevoked, recordingClosed } from "./uploadable-session.ts";

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
  /** Whose API key came along, if one did. */
  program?: Actor | null;
};

export type Arrived = { ackedThrough: number; missing: number[] };

/**
 * Takes one part of a segment. When this resolves, the bytes and their row survive a crash. The same part again is
 * answered again; a different one for the same number is noted and refused. What is refused for what it is announced as is
 * refused before a byte of it is read.
 * @throws AppError `session_not_found`, `invitation_revoked`, `recording_not_found`, `recording_closed`, `part_mismatch`,
 * `part_conflict`, `body_too_large`, `session_limit_reached`, `storage_full`, `deletion_requested`,
 * `consent_required`
 */
export async function acceptPart(
  part: AnnouncedPart,
  body: AsyncIterable<Uint8Array>,
  store: Pick<ObjectStorage, "putPart" | "delete"> = storage(),
): Promise<Arrived> {
  const { segmentId, ...place } = await getPlace(part);
  if (place.knownSha256 !== null && place.knownSha256 !== part.sha256) return refuseConflict(segmentId, part);
  assertFits(place, part);

  const storageKey = partKey(part.sessionId, part.segmentIndex, part.seq, part.sha256);
  const { sessionId, length, sha256 } = part;
  if (place.knownSha256 === sha256) {
    // Asked twice, answered twice. The first time may have ended before it said that the file lacks this part.
    const { sessionEndedAt: endedAt, knownReceivedAt: receivedAt } = place;
    if (place.takesParts && endedAt && receivedAt && receivedAt >= endedAt) await finalizeAgain(sessionId);
    return segments.arrivedOf(db(), segmentId);
  }
  if (!place.takesParts) throw recordingClosed();
  const outOfRoom = () => quotaRefusal(sessionId, { recording_bytes: length }, "parts");
  if (!place.hasRoom) throw await outOfRoom();
  await store.putPart(storageKey, body, { length, sha256, maxBytes: MAX_PART_BYTES });
  const { seq } = part;
  const row = { segmentId, seq, offset: BigInt(part.offset), length, sha256, storageKey };
  const added = await (place.sessionEndedAt ? addLate(sessionId, row) : segments.addPart(db(), row));
  if (!added) {
    const first = await segments.findPart(db(), segmentId, seq);
    // Another part came first, or the last room went to one: neither is ever undone, so nobody gets a row for these bytes.
    if (first?.sha256 !== sha256) await store.delete(storageKey);
    if (!first) throw await outOfRoom();
    if (first.sha256 !== sha256) return refuseConflict(segmentId, part);
  }

  if (!place.seenLately) await sessions.touch(db(), sessionId);
  if (place.recordingStatus !== "recording") await recordings.markRecording(db(), sessionId);
  // Asked after the part has its row: an end that comes later makes a file with it.
  const { sessionCompleted, ...arrived } = await segments.arrivedAfterPart(db(), segmentId);
  if (sessionCompleted) await finalizeAgain(sessionId);
  return arrived;
}

/** While its bytes were on their way, somebody may have decided: then it is not taken any more. */
function addLate(sessionId: string, row: segments.NewPart): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await lateParts.holdOpen(tx, sessionId))) throw recordingClosed();
    return segments.addPart(tx, row);
  });
}

async function getPlace(part: AnnouncedPart) {
  const { length } = part;
  if (length > MAX_PART_BYTES) throw tooLarge({ maxBytes: MAX_PART_BYTES });
  const place = isUuid(part.sessionId) ? await segments.findPlace(db(), part) : null;
  if (!place) throw sessionNotFound();
  assertNotRevoked(place);
  await assertUnrestricted(db(), { sessionId: part.sessionId });
  await assertConsented(db(), { sessionId: part.sessionId }, part.program ?? null);
  const { segmentId } = place;
  if (segmentId === null) throw new AppError("recording_not_found:segment");
  return { ...place, segmentId };
}

/** A part begins where the one before it ends, and ends where the one after it begins. */
function assertFits({ beginsAt, endsAt }: Pick<segments.PartPlace, "beginsAt" | "endsAt">, part: AnnouncedPart): void {
  const { seq, offset, length } = part;
  const wrongStart = seq === 0 ? offset !== 0 : beginsAt !== null && Number(beginsAt) !== offset;
  const wrongEnd = endsAt !== null && offset + length !== Number(endsAt);
  if (wrongStart || wrongEnd) {
    throw new AppError("part_mismatch:offset");
  }
}

async function refuseConflict(segmentId: string, part: AnnouncedPart): Promise<never> {
  await segments.noteConflict(db(), segmentId, part);
  throw new AppError("part_conflict");
}
