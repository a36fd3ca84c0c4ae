import type { ReviewRow } from "../../db/reviews.ts";
import { type MediaMark, type PublishedFiles, toFileMoment } from "../../domain/media-time.ts";
import type { PlaylistFile } from "../../domain/playlist-file.ts";

type RecordingRow = NonNullable<NonNullable<ReviewRow["session"]>["recording"]>;

/** What a session's marks lead to. */
export function filesOf(recording: Pick<RecordingRow, "segments" | "playlist"> | null): PublishedFiles {
  return { segments: recording?.segments ?? [], sideFiles: (recording?.playlist ?? []) as PlaylistFile[] };
}

/** @param mark null: nobody knows where it was */
export function playedFrom(mark: MediaMark | null, files: PublishedFiles) {
  const moment = mark && toFileMoment(mark, files);
  return { media_offset_seconds: moment?.seconds ?? null, media_file: moment?.file ?? 1 };
}
