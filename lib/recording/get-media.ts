import type { Actor } from "../domain/actor.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";
import { AppError } from "../errors.ts";
import { getCandidateSession } from "../interview/read-results.ts";

/**
 * The published file of a candidate's latest session, or of the one asked for.
 * @param fileNumber 1 is the recording; 2 and on are the files beside it, of what was recorded in another way
 * @throws AppError `candidate_not_found`, `session_not_found`, `recording_not_found` while there is no such file yet
 */
export async function getMedia(actor: Actor, candidateId: string, sessionId?: string, fileNumber = 1) {
  const { session } = await getCandidateSession(actor, candidateId, sessionId);
  const recording = session?.recording;
  if (!session || !recording?.file || !recording.sha256 || !recording.mimeType || recording.sizeBytes === null) {
    throw new AppError("recording_not_found", "There is no finished recording yet.");
  }
  const { file, sizeBytes, mimeType, sha256, format } = recording;
  const main = { file, sizeBytes: Number(sizeBytes), mimeType, sha256, format: format ?? "webm" };
  const beside = recording.playlist as PlaylistFile[];
  const asked = fileNumber === 1 ? main : beside[fileNumber - 2];
  if (!asked) throw new AppError("recording_not_found", "This recording has no file with this number.");
  return {
    storageKey: asked.file,
    sizeBytes: asked.sizeBytes,
    mimeType: asked.mimeType,
    sha256: asked.sha256,
    format: asked.format,
    recordedAt: recording.startedAt ?? session.startedAt,
    candidateName: session.candidate.name,
  };
}
