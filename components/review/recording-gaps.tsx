"use client";

import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import type { ReviewRecording } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording } from "@/lib/words/en/review/recording.ts";
import { gapWords } from "./format.ts";
import { TimeButton } from "./player/time-button.tsx";

const sentences = catalogue({ en: recording });

/** What never arrived, with its places: nobody should take a jump in the recording for something the candidate did. */
export function RecordingGaps({ gaps }: Pick<ReviewRecording, "gaps">) {
  const locale = useLocale();
  const say = sentences.in(locale);
  if (gaps.length === 0) return null;
  return (
    <Alert tone="caution" title={say("gaps", { count: gaps.length })}>
      <ul aria-label={say("gaps:list")} className="flex flex-col gap-1">
        {gaps.map(({ segment, at_seconds: at, seconds }) => (
          <li key={`${segment} ${at}`} className="flex flex-wrap items-center gap-2">
            {gapWords(seconds, locale)}
            <TimeButton seconds={at} of={{ what: "gap" }} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}
