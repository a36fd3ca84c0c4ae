"use client";

import { Alert } from "@/components/ui/alert.tsx";
import type { ReviewRecording } from "@/lib/contract/review.ts";
import { clock } from "@/lib/words/format.ts";
import { lengthOf } from "@/lib/words/measure-words.ts";
import { TimeButton } from "./player/time-button.tsx";

type OtherFilesProps = { files: ReviewRecording["other_files"]; mayDownload: boolean };

/** What was recorded in another way, as after a change of the browser: each in a file of its own, with its place in the whole. */
export function OtherFiles({ files, mayDownload }: OtherFilesProps) {
  if (files.length === 0) return null;
  return (
    <Alert tone="info" title="Parts of this interview are in files of their own">
      <p>They were recorded in another way. Questions and quotes play from them where they were recorded there.</p>
      <ul className="mt-2 flex flex-col gap-1">
        {files.map(({ media_url, start_seconds: start, duration_seconds: length, format }, index) => (
          <li key={media_url} className="flex flex-wrap items-center gap-2">
            <TimeButton seconds={0} file={index + 2} of="this part" />
            {length > 0 ? `${lengthOf(length)}, at ${clock(start)} of the recording` : "as it was received"},{" "}
            {format.toUpperCase()}
            {mayDownload ? (
              <a href={`${media_url}&download=1`} download className="underline">
                Download
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
