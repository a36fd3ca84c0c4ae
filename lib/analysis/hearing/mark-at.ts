import type { MediaMark } from "../../domain/media-time.ts";

/** A moment of an answer in its segment; without a place where the answer has none. @param offsetMs from the answer's beginning */
export function markAt(answer: MediaMark | null, offsetMs: number): MediaMark {
  const { segmentIndex = null, segmentOffsetMs = null } = answer ?? {};
  return { segmentIndex, segmentOffsetMs: segmentOffsetMs === null ? null : segmentOffsetMs + offsetMs };
}
