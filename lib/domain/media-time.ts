import type { PlaylistFile } from "./playlist-file.ts";

/** Where something happened: a segment of the recording and the media time within it. */
export type MediaMark = { segmentIndex: number | null; segmentOffsetMs: number | null };

/** A segment's place in the published file; null until it is published or when it could not be read. */
export type PlacedSegment = { index: number; startMs: number | null };

/**
 * A mark in seconds of the published file's time, three decimals, or null when it has no place there. Before publication only the
 * first segment has a known beginning: zero.
 */
export function toRecordingSeconds(mark: MediaMark, segments: readonly PlacedSegment[]): number | null {
  if (mark.segmentIndex === null || mark.segmentOffsetMs === null) return null;
  const segment = segments.find(({ index }) => index === mark.segmentIndex);
  if (!segment) return null;
  const isPublished = segments.some(({ startMs }) => startMs !== null);
  const startMs = segment.startMs ?? (segment.index === 0 && !isPublished ? 0 : null);
  return startMs === null ? null : (startMs + mark.segmentOffsetMs) / 1000;
}

/** A moment of a published file: 1 is the recording, 2 and on are the files beside it. */
export type FileMoment = { file: number; seconds: number };

/** What a recording is published as. */
export type PublishedFiles = {
  segments: readonly PlacedSegment[];
  /** The files beside it, in order. */
  sideFiles: readonly Pick<PlaylistFile, "segments" | "places">[];
};

/** A mark in the file that it can be played from, or null when it is in none. */
export function toFileMoment(mark: MediaMark, { segments, sideFiles }: PublishedFiles): FileMoment | null {
  const seconds = toRecordingSeconds(mark, segments);
  if (seconds !== null) return { file: 1, seconds };
  if (mark.segmentOffsetMs === null) return null;
  for (const [position, file] of sideFiles.entries()) {
    const place = placesIn(file).find(({ index }) => index === mark.segmentIndex);
    if (place) return { file: position + 2, seconds: (place.startMs + mark.segmentOffsetMs) / 1000 };
  }
  return null;
}

/** A file of one segment begins with it, also where it does not say so. */
function placesIn({ segments: [first, ...more], places = [] }: PublishedFiles["sideFiles"][number]) {
  return places.length === 0 && first !== undefined && more.length === 0 ? [{ index: first, startMs: 0 }] : places;
}
