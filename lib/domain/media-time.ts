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
  const startMs = segment.startMs ?? (segment.index === 0 ? 0 : null);
  return startMs === null ? null : (startMs + mark.segmentOffsetMs) / 1000;
}
