import { db } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid, parseCandidateId } from "../domain/ids.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";

/**
 * The published file of a candidate's latest session, or of the one asked for.
 * @param fileNumber 1 is the recording; 2 and on are the files beside it, of what was recorded in another way
 * @throws AppError `candidate_not_found`, `session_not_found`, `recording_not_found` while there is no such file yet, `deletion_requested`
 */
export async function getMedia(actor: Actor, candidateId: string, sessionId?: string, fileNumber = 1) {
  const media = await findMedia(actor, candidateId, sessionId);
  if (media.interviewId) await assertUnrestricted(db(), { interviewId: media.interviewId });
  const { file, sizeBytes, mimeType, sha256, format, recordedAt, interviewId } = media;
  const main =
    file && sha256 && mimeType && sizeBytes !== null
      ? { file, sizeBytes: Number(sizeBytes), mimeType, sha256, format: format ?? "webm" }
      : null;
  const beside = (media.playlist ?? []) as PlaylistFile[];
  if (!interviewId || !recordedAt || (!main && beside.length === 0)) {
    throw new AppError("recording_not_found");
  }
  const asked = fileNumber === 1 ? main : beside[fileNumber - 2];
  if (!asked) throw new AppError("recording_not_found:file");
  return {
    storageKey: asked.file,
    sizeBytes: asked.sizeBytes,
    mimeType: asked.mimeType,
    sha256: asked.sha256,
    format: asked.format,
    recordedAt,
    interviewId,
    candidateName: media.candidateName,
  };
}

/** Absent and not yours look the same. */
async function findMedia(actor: Actor, candidateId: string, sessionId?: string) {
  const id = parseCandidateId(candidateId);
  const named = sessionId === undefined || isUuid(sessionId) ? (sessionId ?? null) : undefined;
  // A session that cannot be still tells whether the candidate is there.
  const media = id && (await recordings.findMedia(db(), actor.organizationId, id, named ?? null));
  if (!media) throw new AppError("candidate_not_found:documented");
  if (named === undefined || (named !== null && media.sessionId === null)) {
    throw new AppError("session_not_found:documented");
  }
  return media;
}
