import type { AnswerSpan } from "../domain/answer-span.ts";
import type { AudioPiece } from "../recording/media/sound/audio-pieces.ts";

/** Packets end where they end, and a page tells lengths by another clock than its recorder's. */
const TOLERANCE_MS = 500;

/**
 * Whether all that an answer may have is there. One whose end nobody knows is whole when its interview has ended.
 * @param files in order
 */
export function isWhole(
  { from, until, longestMs }: AnswerSpan,
  files: readonly Pick<AudioPiece, "offsetMs" | "durationMs">[],
): boolean {
  const untilMs = until?.segmentIndex === from.segmentIndex ? until.offsetMs - from.offsetMs : Number.POSITIVE_INFINITY;
  const expectedMs = Math.min(untilMs, longestMs ?? Number.POSITIVE_INFINITY);
  const endMs = Math.max(0, ...files.map(({ offsetMs, durationMs }) => offsetMs + durationMs));
  return endMs >= expectedMs - TOLERANCE_MS;
}
