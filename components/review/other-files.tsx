import { Alert } from "@/components/ui/alert.tsx";
import type { ReviewRecording } from "@/lib/contract/review.ts";
import { clock, lengthOf } from "./format.ts";

/** What was recorded in another way, as after a change of the browser: played by itself, with its place in the whole. */
export function OtherFiles({ files }: { files: ReviewRecording["other_files"] }) {
  if (files.length === 0) return null;
  return (
    <Alert tone="info" title="Parts of this interview are in files of their own">
      <p>They were recorded in another way, so they are not part of the film above.</p>
      <ul className="mt-2 flex flex-col gap-1">
        {files.map(({ media_url, start_seconds: start, duration_seconds: length, format }) => (
          <li key={media_url}>
            <a href={media_url} target="_blank" rel="noreferrer" className="underline">
              {lengthOf(length)} from {clock(start)}, {format.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
