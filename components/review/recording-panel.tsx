import { Download, VideoOff } from "lucide-react";
import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { isRecordingUnderWay } from "@/lib/client/review-queries.ts";
import type { Review, ReviewRecording } from "@/lib/contract/review.ts";
import { copiesToMp4 } from "@/lib/domain/mp4-copy.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording as ofRecordings } from "@/lib/words/en/review/recording.ts";
import { lengthOf, sizeOf } from "@/lib/words/measure-words.ts";
import { AsIs } from "./as-is.tsx";
import { OtherFiles } from "./other-files.tsx";
import { Player } from "./player/player.tsx";
import { RecordingGaps } from "./recording-gaps.tsx";

const sentences = catalogue({ en: ofRecordings });

type RecordingPanelProps = Pick<Review, "recording" | "questions" | "state"> & {
  candidate: { name: string };
  mayDownload?: boolean;
};

/** The recording, or why there is none. */
export function RecordingPanel({ recording, questions, candidate, state, mayDownload = true }: RecordingPanelProps) {
  const say = useWords(sentences);
  if (!recording?.media_url) {
    return (
      <Card as="section" padding="none" aria-label={say("label")}>
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
  const locale = useLocale();
  const say = sentences.in(locale);
  if (files.length === 0) return null;
  return (
    <div className="px-4 pb-4">
      <p className="text-sm text-muted">{say("as_received")}</p>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {files.map(({ media_url, format, size }, index) => (
          <li key={media_url} className="flex flex-wrap items-center gap-3 tabular-nums">
            <a href={media_url} target="_blank" rel="noreferrer" className="underline">
              {say("part", { number: index + 1 })}
            </a>
            <AsIs>{format.toUpperCase()}</AsIs> · {sizeOf(size, locale)}
            {mayDownload ? <DownloadLink href={`${media_url}&download=1`}>{say("download")}</DownloadLink> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether this is the last word. */
function Provisional({ recording, state }: { recording: ReviewRecording; state: Review["state"] }) {
  const say = useWords(sentences);
  if (recording.provisional && state !== "completed") {
    return (
      <Alert tone="info" title={say("so_far:title")} announce="status">
        {state === "in_progress" ? say("so_far:in_progress") : say("so_far:left")}
      </Alert>
    );
  }
  if (!isRecordingUnderWay(recording)) return null;
  return (
    <Alert tone="info" title={say("more:title")} announce="status">
      {say("more:words")}
    </Alert>
  );
}

/** @param url to download from; null: nobody is to */
function Facts({ recording, url }: { recording: ReviewRecording; url: string | null }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { duration_seconds: length, quality, format, size_bytes: size } = recording;
  const facts = [
    length === null ? null : lengthOf(length, locale),
    quality && <AsIs key="quality">{quality}</AsIs>,
    format && <AsIs key="format">{format.toUpperCase()}</AsIs>,
    size === null ? null : sizeOf(size, locale),
  ].filter(Boolean);
  return (
    <div className="flex items-center justify-between gap-4 border-t border-hairline px-4 py-3 text-xs text-muted tabular-nums">
      <span>
        {say.rich("facts", {
          hidden: (words) => <span className="hidden print:inline">{words}</span>,
          facts: () => facts.flatMap((fact, index) => (index === 0 ? [fact] : [" · ", fact])),
        })}
      </span>
      {url ? (
        <span className="flex gap-4 print:hidden">
          <DownloadLink href={`${url}&download=1`}>{say("download")}</DownloadLink>
          {recording.format !== "mp4" && copiesToMp4(recording.mime_type ?? "") ? (
            <DownloadLink href={`${url}&download=1&format=mp4`}>{say("download_mp4")}</DownloadLink>
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

/** Why nothing can be watched, where it is neither being made nor broken. */
function silenceOf({ recording, state }: Pick<Review, "recording" | "state">) {
  if (state === "in_progress" || state === "interrupted") return state;
  if (!recording) return state === "completed" ? "nothing" : "not_yet";
  return state === "completed" ? null : "unfinished";
}

function NoRecording({ recording, state }: Pick<Review, "recording" | "state">) {
  const say = useWords(sentences);
  const silence = silenceOf({ recording, state });
  if (silence || !recording) {
    return (
      <EmptyState icon={VideoOff} title={say(`${silence ?? "nothing"}:title`)}>
        {say(`${silence ?? "nothing"}:words`)}
      </EmptyState>
    );
  }
  if (recording.processing_status === "failed" || recording.status === "failed") {
    return (
      <div className="p-4">
        <Alert tone="negative" title={say("failed:title")}>
          {recording.error ?? say("failed:unknown")} {say("failed:kept")}
        </Alert>
      </div>
    );
  }
  if (isRecordingUnderWay(recording)) {
    return (
      <div role="status" className="px-6 py-16">
        <Progress label={say("preparing:title")} value={null} className="mx-auto max-w-56" />
        <p className="mt-6 text-center text-base font-strong">{say("preparing:title")}</p>
        <p className="mt-2 text-center text-sm text-muted">{say("preparing:words")}</p>
      </div>
    );
  }
  return (
    <EmptyState icon={VideoOff} title={say("not_received:title")}>
      {say("not_received:words")}
    </EmptyState>
  );
}
