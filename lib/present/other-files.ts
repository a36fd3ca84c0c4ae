import type { RecordingFile } from "../contract/interview-answers.ts";
import { mediaUrl } from "../contract/media-url.ts";
import type { PlaylistFile } from "../domain/playlist-file.ts";

/** @param stored as it stands in the recording's row */
export function presentOtherFiles(
  session: { publicId: string; candidateId: number },
  stored: unknown,
): RecordingFile[] {
  return (stored as PlaylistFile[]).map((file, index) => ({
    media_url: mediaUrl(session.candidateId, session.publicId, index + 2),
    format: file.format,
    mime_type: file.mimeType,
    size: file.sizeBytes,
    sha256: file.sha256,
    start_seconds: file.startMs / 1000,
    duration_seconds: file.durationMs / 1000,
    segments: file.segments,
  }));
}
