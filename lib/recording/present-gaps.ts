import type { RecordingGap as WireGap } from "../contract/interview-answers.ts";
import type { RecordingGap } from "../domain/recording-gap.ts";

/** @param stored as it stands in the recording's row */
export function presentGaps(stored: unknown): WireGap[] {
  return (stored as RecordingGap[]).map(({ segment, missingParts, atSeconds, seconds }) => ({
    segment,
    missing_parts: missingParts,
    at_seconds: atSeconds,
    seconds,
  }));
}
