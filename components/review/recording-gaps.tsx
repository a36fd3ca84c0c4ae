"use client";

import { Alert } from "@/components/ui/alert.tsx";
import type { ReviewRecording } from "@/lib/contract/review.ts";
import { gapWords } from "./format.ts";
import { TimeButton } from "./player/time-button.tsx";

/** What never arrived, with its places: nobody should take a jump in the recording for something the candidate did. */
export function RecordingGaps({ gaps }: Pick<ReviewRecording, "gaps">) {
  if (gaps.length === 0) return null;
  return (
    <Alert tone="caution" title={gaps.length === 1 ? "A piece is missing" : `${gaps.length} pieces are missing`}>
      <ul aria-label="Missing pieces" className="flex flex-col gap-1">
        {gaps.map(({ segment, at_seconds: at, seconds }) => (
          <li key={`${segment} ${at}`} className="flex flex-wrap items-center gap-2">
            {gapWords(seconds)}
            <TimeButton seconds={at} of="the gap" />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
