"use client";

import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import type { ReviewRecording } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording } from "@/lib/words/en/review/recording.ts";
import { clock } from "@/lib/words/format.ts";
import { lengthOf } from "@/lib/words/measure-words.ts";
import { AsIs } from "./as-is.tsx";
import { TimeButton } from "./player/time-button.tsx";

const sentences = catalogue({ en: recording });

type OtherFilesProps = { files: ReviewRecording["other_files"]; mayDownload: boolean };

/** What was recorded in another way, as after a change of the browser: each in a file of its own, with its place in the whole. */
export function OtherFiles({ files, mayDownload }: OtherFilesProps) {
  const locale = useLocale();
  const say = sentences.in(locale);
  if (files.length === 0) return null;
  return (
    <Alert tone="info" title={say("others:title")}>
      <p>{say("others:words")}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {files.map(({ media_url, start_seconds: start, duration_seconds: length, format }, index) => (
          <li key={media_url} className="flex flex-wrap items-center gap-2">
            <TimeButton seconds={0} file={index + 2} of={{ what: "part" }} />
            {length > 0
              ? say("others:place", { length: lengthOf(length, locale), at: clock(start) })
              : say("others:as_received")}
            , <AsIs>{format.toUpperCase()}</AsIs>
            {mayDownload ? (
              <a href={`${media_url}&download=1`} download className="underline">
                {say("download")}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
