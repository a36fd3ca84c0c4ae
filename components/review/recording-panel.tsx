import { Download, VideoOff } from "lucide-react";
import { Alert } from "@/components/ui/alert.tsx";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { isRecordingUnderWay } from "@/lib/client/review-queries.ts";
import type { Review, ReviewRecording } from "@/lib/contract/review.ts";
import { copiesToMp4 } from "@/lib/domain/mp4-copy.ts";
import { lengthOf, sizeOf } from "@/lib/words/measure-words.ts";
import { OtherFiles } from "./other-files.tsx";
import { Player } from "./player/player.tsx";
import { RecordingGaps } from "./recording-gaps.tsx";

type RecordingPanelProps = Pick<Review, "recording" | "questions" | "state"> & {
  candidate: { name: string };
  mayDownload?: boolean;
};

/** The recording, or why there is none. */
export function RecordingPanel({ recording, questions, candidate, state, mayDownload = true }: RecordingPanelProps) {
  if (!recording?.media_url) {
    return (
      <Card as="section" padding="none" aria-label="Recording">
        <NoRecording recording={recording} state={state} />
        <AsReceived files={recording?.other_files ?? []} mayDownload={mayDownload} />
      </Card>
    );
  }
  const url = recording.media_url;
  return (
    <Card padding="none" className="overflow-hidden">
      <Player recording={recording} url={url} questions={questions} name={candidate.name} />
      <Facts recording={recording} url={mayDownload ? url : null} />
      <div className="flex flex-col gap-3 px-4 pb-4 empty:hidden">
        <Provisional recording={recording} state={state} />
        <RecordingGaps gaps={recording.gaps} />
        <OtherFiles files={recording.other_files} mayDownload={mayDownload} />
      </div>
    </Card>
  );
}

/** What arrived of a recording that could not be prepared, each start of the recorder in a file as it came. */
function AsReceived({ files, mayDownload }: { files: ReviewRecording["other_files"]; mayDownload: boolean }) {
  if (files.length === 0) return null;
  return (
    <div className="px-4 pb-4">
      <p className="text-sm text-muted">What arrived is kept as it came. A player may be able to show some of it:</p>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {files.map(({ media_url, format, size }, index) => (
          <li key={media_url} className="flex flex-wrap items-center gap-3 tabular-nums">
            <a href={media_url} target="_blank" rel="noreferrer" className="underline">
              Part {index + 1}
            </a>
            {format.toUpperCase()} · {sizeOf(size)}
            {mayDownload ? <DownloadLink href={`${media_url}&download=1`}>Download</DownloadLink> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether this is the last word. */
function Provisional({ recording, state }: { recording: ReviewRecording; state: Review["state"] }) {
  if (recording.provisional && state !== "completed") {
    return (
      <Alert tone="info" title="This is what has arrived so far" announce="status">
        {state === "in_progress"
          ? "The candidate left in the middle and is back. The rest follows when the interview has ended."
          : "The candidate left without finishing. The recording grows if they come back."}
      </Alert>
    );
  }
  if (!isRecordingUnderWay(recording)) return null;
  return (
    <Alert tone="info" title="More of this recording has arrived" announce="status">
      A longer version is being made and will replace this one by itself.
    </Alert>
  );
}

/** @param url to download from; null: nobody is to */
function Facts({ recording, url }: { recording: ReviewRecording; url: string | null }) {
  const facts = [
    recording.duration_seconds === null ? null : lengthOf(recording.duration_seconds),
    recording.quality,
    recording.format?.toUpperCase(),
    recording.size_bytes === null ? null : sizeOf(recording.size_bytes),
  ];
  return (
    <div className="flex items-center justify-between gap-4 border-t border-hairline px-4 py-3 text-xs text-muted tabular-nums">
      <span>
        <span className="hidden print:inline">Recording: </span>
        {facts.filter(Boolean).join(" · ")}
      </span>
      {url ? (
        <span className="flex gap-4 print:hidden">
          <DownloadLink href={`${url}&download=1`}>Download</DownloadLink>
          {recording.format !== "mp4" && copiesToMp4(recording.mime_type ?? "") ? (
            <DownloadLink href={`${url}&download=1&format=mp4`}>Download as MP4</DownloadLink>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}

function DownloadLink({ href, children }: { href: string; children: string }) {
  return (
    <a
      href={href}
      download
      className="inline-flex min-h-6 items-center gap-1.5 rounded-mark font-strong text-accent hover:underline"
    >
      <Download aria-hidden size={14} />
      {children}
    </a>
  );
}

function NoRecording({ recording, state }: Pick<Review, "recording" | "state">) {
  if (state === "in_progress") {
    return (
      <EmptyState icon={VideoOff} title="The interview is being taken right now">
        The recording can be watched here soon after it has ended.
      </EmptyState>
    );
  }
  if (state === "interrupted") {
    return (
      <EmptyState icon={VideoOff} title="The interview was interrupted">
        Nothing comes from the candidate at the moment. After ten minutes, what has arrived can be watched here; the
        rest follows when they come back.
      </EmptyState>
    );
  }
  if (!recording && state === "completed") {
    return (
      <EmptyState icon={VideoOff} title="Nothing was recorded">
        Neither picture nor sound has come from this interview.
      </EmptyState>
    );
  }
  if (!recording) {
    return (
      <EmptyState icon={VideoOff} title="Nothing was recorded yet">
        There will be a recording as soon as the interview was taken.
      </EmptyState>
    );
  }
  if (state !== "completed") {
    return (
      <EmptyState icon={VideoOff} title="The interview was not finished">
        Its link ended before the candidate did. What had arrived until then is kept.
      </EmptyState>
    );
  }
  if (recording.processing_status === "failed" || recording.status === "failed") {
    return (
      <div className="p-4">
        <Alert tone="negative" title="The recording could not be prepared">
          {recording.error ?? "Its parts could not be joined into one file."} Everything that arrived is kept.
        </Alert>
      </div>
    );
  }
  if (isRecordingUnderWay(recording)) {
    return (
      <div role="status" className="px-6 py-16">
        <Progress label="Preparing the recording" value={null} className="mx-auto max-w-56" />
        <p className="mt-6 text-center text-base font-strong">Preparing the recording</p>
        <p className="mt-2 text-center text-sm text-muted">
          Usually done within a minute. This page shows it by itself; the answers can be read meanwhile.
        </p>
      </div>
    );
  }
  return (
    <EmptyState icon={VideoOff} title="No recording was received">
      Neither picture nor sound reached us during this interview. The answers below are as the candidate sent them.
    </EmptyState>
  );
}
