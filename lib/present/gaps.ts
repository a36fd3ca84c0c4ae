import type { RecordingGap as WireGap } from "../contract/interview-answers.ts";
import { numbersOf, rangesOf } from "../domain/part-ranges.ts";
import type { StoredGap } from "../domain/recording-gap.ts";

/** No answer names more missing parts than this: nearly three hours of parts of a second each. */
const MOST_NAMED = 10_000;

/** @param stored as it stands in the recording's row */
export function presentGaps(stored: unknown): WireGap[] {
  let left = MOST_NAMED;
  return (stored as StoredGap[]).map(({ segment, missingParts, atSeconds, seconds }) => {
    const named = numbersOf(rangesOf(missingParts), left);
    left -= named.length;
    return { segment, missing_parts: named, at_seconds: atSeconds, seconds };
  });
}
