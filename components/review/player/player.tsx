"use client";

import { AudioLines, Download } from "lucide-react";
import { type ComponentProps, type ReactNode, type SyntheticEvent, useMemo, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { ReviewQuestion, ReviewRecording } from "@/lib/contract/review.ts";
import { captionsOf } from "./captions.ts";
import { Controls } from "./controls.tsx";
import { marksOf } from "./marks.ts";
import { togglePlaying, useMedia, usePlayer } from "./player-context.tsx";
import { renewLink } from "./renew-link.ts";
import { Timeline } from "./timeline.tsx";
import { usePlayerKeys } from "./use-player-keys.ts";

type PlayerProps = {
  url: string;
  kind: ReviewRecording["kind"];
  /** Null: the file itself says it. */
  durationSeconds: number | null;
  questions: ReviewQuestion[];
  gaps: ReviewRecording["gaps"];
  /** Whose recording it is. */
  name: string;
};

/** The recording with its timeline. */
export function Player({ url, kind, durationSeconds, questions, gaps, name }: PlayerProps) {
  const region = useRef<HTMLElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => marksOf(questions), [questions]);
  const ownDuration = useMedia((media) => (Number.isFinite(media.duration) ? media.duration : 0), 0);
  const duration = ownDuration || (durationSeconds ?? 0);
  usePlayerKeys(region, marks);
  return (
    <section ref={region} aria-label="Recording">
      <div ref={stage} className="bg-sunken">
        <Stage url={url} kind={kind} questions={questions} name={name} />
      </div>
      <Timeline marks={marks} gaps={gaps} durationSeconds={duration} />
      <Controls
        durationSeconds={duration}
        isVideo={kind === "video"}
        onFullScreen={() => void stage.current?.requestFullscreen()}
      />
    </section>
  );
}

function Stage({ url, kind, questions, name }: Omit<PlayerProps, "durationSeconds" | "gaps">) {
  const { attach } = usePlayer();
  const [failed, setFailed] = useState(false);
  const renewed = useRef(false); // once in a row: what does not mend it then never will
  const captions = useMemo(
    () => `data:text/vtt;charset=utf-8,${encodeURIComponent(captionsOf(questions))}`,
    [questions],
  );
  const media = {
    ref: attach,
    src: url,
    preload: "metadata" as const,
    "aria-label": `Recording of ${name}`,
    onError: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      if (!renewed.current && renewLink(currentTarget)) renewed.current = true;
      else setFailed(true);
    },
    onLoadedMetadata: () => setFailed(false),
    onCanPlay: () => {
      renewed.current = false;
    },
    children: <track kind="captions" src={captions} srcLang="en" label="Transcript, timed approximately" />,
  };
  return (
    <>
      {failed ? <CannotPlay url={url} /> : null}
      {kind === "audio" ? (
        <AudioStage>
          <audio {...media} />
        </AudioStage>
      ) : (
        <VideoStage media={media} />
      )}
    </>
  );
}

type MediaProps = ComponentProps<"video"> & { ref: (media: HTMLMediaElement | null) => void };

function VideoStage({ media }: { media: MediaProps }) {
  const { media: playing } = usePlayer();
  return (
    <video
      {...media}
      playsInline
      onClick={() => playing && togglePlaying(playing)}
      className="aspect-video w-full bg-sunken object-contain"
    />
  );
}

function AudioStage({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-muted">
      <AudioLines aria-hidden size={32} strokeWidth={1.5} />
      <p className="text-sm">Sound only: there is no picture in this recording.</p>
      {children}
    </div>
  );
}

function CannotPlay({ url }: { url: string }) {
  return (
    <div className="p-4">
      <Alert
        tone="caution"
        title="The recording cannot be played here"
        announce="alert"
        action={
          <Button size="small" onClick={() => window.location.reload()}>
            Reload
          </Button>
        }
      >
        It is stored safely. Reload the page, try another browser, or{" "}
        <a href={`${url}&download=1`} className="inline-flex items-center gap-1 underline">
          <Download aria-hidden size={14} />
          download it
        </a>
        .
      </Alert>
    </div>
  );
}
