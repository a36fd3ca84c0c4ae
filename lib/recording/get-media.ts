import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { getCandidateSession } from "../interview/read-results.ts";

/**
 * The published file of a candidate's latest session, or of the one asked for.
 * @throws AppError `candidate_not_found`, `session_not_found`, `recording_not_found` while there is no file yet
 */
export async function getMedia(actor: Actor, candidateId: string, sessionId?: string) {
  const { session } = await getCandidateSession(actor, candidateId, sessionId);
  const recording = session?.recording;
  if (!session || !recording?.file || !recording.sha256 || !recording.mimeType || recording.sizeBytes === null) {
    throw new AppError("recording_not_found", "There is no finished recording yet.");
  }
  return {
    storageKey: recording.file,
    sizeBytes: Number(recording.sizeBytes),
    mimeType: recording.mimeType,
    sha256: recording.sha256,
    format: recording.format ?? "webm",
    recordedAt: recording.startedAt ?? session.startedAt,
    candidateName: session.candidate.name,
  };
}
