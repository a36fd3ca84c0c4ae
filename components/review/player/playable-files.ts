import type { ReviewRecording } from "../../../lib/contract/review.ts";

export type PlayableFile = {
  url: string;
  kind: ReviewRecording["kind"];
  /** Null: the file itself says it. */
  durationSeconds: number | null;
  /** Where in the time of the recording it belongs. */
  startSeconds: number;
};

/** The recording, whose own file has this address, and the files beside it, in the order of their numbers. */
export function playableFiles(recording: ReviewRecording, url: string): PlayableFile[] {
  const { kind, duration_seconds: durationSeconds, other_files: others } = recording;
  const beside = others.map((file): PlayableFile => {
    const kind = file.mime_type.startsWith("audio/") ? "audio" : "video";
    return { url: file.media_url, kind, durationSeconds: file.duration_seconds, startSeconds: file.start_seconds };
  });
  return [{ url, kind, durationSeconds, startSeconds: 0 }, ...beside];
}
