import type { SegmentInfo } from "./part.ts";

/** How long a question may wait to learn the number of the segment it was asked in. */
const SEGMENT_NUMBER_WAIT_MS = 10_000;

type Local = { segment: SegmentInfo; offsetMs: number };

/**
 * A place in the recording as the server knows it.
 * @param openSegment asks for a segment's number; a segment that is known already has the same one
 * @returns null when nothing was recorded or the segment's number does not come
 */
export async function wireMark(
  local: Local | null,
  openSegment: (info: SegmentInfo) => Promise<number>,
): Promise<{ segment: number; offset_ms: number } | null> {
  if (!local) return null;
  const number = openSegment(local.segment);
  const segment = await Promise.race([number, afterMs(SEGMENT_NUMBER_WAIT_MS)]).catch(() => null);
  return segment === null ? null : { segment, offset_ms: local.offsetMs };
}

function afterMs(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}
