"use client";

import { AudioLines, Download } from "lucide-react";
import { type ComponentProps, type ReactNode, type SyntheticEvent, useMemo, useRef, useState } from "react";
import { useLocale } from "#use-locale";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewQuestion, ReviewRecording } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { player as ofPlayers } from "@/lib/words/en/review/player.ts";
import { captionsOf } from "./captions.ts";
import { Controls } from "./controls.tsx";
import { inFile, marksOf, startsOf } from "./marks.ts";
import { type PlayableFile, playableFiles } from "./playable-files.ts";
import { togglePlaying, useMedia, usePlayer } from "./player-context.tsx";
import { renewLink } from "./renew-link.ts";
import { Timeline } from "./timeline.tsx";
import { useFullScreen } from "./use-full-screen.ts";
import { usePlayerKeys } from "./use-player-keys.ts";

const sentences = catalogue({ en: ofPlayers });

type PlayerProps = {
  recording: ReviewRecording;
  /** Of the recording's own file. */
  url: string;
  questions: ReviewQuestion[];
  /** Whose recording it is. */
  name: string;
};

/** The recording with its timeline; in its place, where somebody asks for a moment of it, a file beside it. */
export function Player({ recording, url, questions, name }: PlayerProps) {
  const say = useWords(sentences);
  const region = useRef<HTMLElement>(null);
  const { extent, toggle } = useFullScreen(region);
  const { file } = usePlayer();
  const files = useMemo(() => playableFiles(recording, url), [recording, url]);
  const starts = useMemo(() => startsOf(recording), [recording]);
  const marks = useMemo(() => marksOf(questions, starts), [questions, starts]);
  const ownDuration = useMedia((media) => (Number.isFinite(media.duration) ? media.duration : 0), 0);
  const isVideo = (files[file - 1] ?? files[0])?.kind === "video";
  usePlayerKeys({ player: region, marks, starts, isFull: extent !== "page", onFullScreen: isVideo ? toggle : null });
  const playing = files[file - 1] ?? files[0];
  if (!playing) return null;
  const duration = ownDuration || (playing.durationSeconds ?? 0);
  return (
    <section
      ref={region}
      aria-label={say("label")}
      tabIndex={-1}
      data-theme={extent === "page" ? undefined : "dark"}
      className={classNames("outline-none print:hidden", extent !== "page" && FULL, extent === "window" && OVER_WINDOW)}
    >
      <div className={extent === "page" ? "bg-sunken" : "grid min-h-0 flex-1"}>
        <Stage files={files} playing={playing} questions={questions} name={name} isFull={extent !== "page"} />
      </div>
      {file > 1 ? <Beside startSeconds={playing.startSeconds} /> : null}
      <Timeline
        marks={file === 1 ? marks : inFile(marks, file)}
        starts={starts}
        gaps={file === 1 ? recording.gaps : []}
        durationSeconds={duration}
      />
      <Controls durationSeconds={duration} isVideo={isVideo} isFull={extent !== "page"} onFullScreen={toggle} />
    </section>
  );
}

/** The picture takes what the controls leave, on black in both themes; what stands at the edges keeps clear of a phone's notch. */
const FULL =
  "flex flex-col bg-stage text-ink pl-[env(safe-area-inset-left)] pr-[env(safe-area-inset-right)] pb-[env(safe-area-inset-bottom)]";
const OVER_WINDOW = "fixed inset-0 z-50";

/** Something of the interview was recorded in another way. */
function Beside({ startSeconds }: { startSeconds: number }) {
  const say = useWords(sentences);
  const { playFrom } = usePlayer();
  return (
    <div role="status" className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3 text-sm text-muted">
      {say("beside:words")}
      <Button size="small" onClick={() => playFrom({ file: 1, seconds: startSeconds })}>
        {say("beside:back")}
      </Button>
    </div>
  );
}

type StageProps = Pick<PlayerProps, "questions" | "name"> & {
  files: PlayableFile[];
  playing: PlayableFile;
  isFull: boolean;
};

function Stage({ files: [main], playing, questions, name, isFull }: StageProps) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { attach, arrive, file, playFrom } = usePlayer();
  const { url, kind, startSeconds } = playing;
  const [failed, setFailed] = useState(false);
  const renewed = useRef(false); // once in a row: what does not mend it then never will
  const captions = useMemo(
    () => `data:text/vtt;charset=utf-8,${encodeURIComponent(captionsOf(questions, file, locale))}`,
    [questions, file, locale],
  );
  const isTimed = questions.some(({ answer }) => answer?.said_by === "words");
  const media = {
    ref: attach,
    src: url,
    preload: "metadata" as const,
    "aria-label": say("of", { name }),
    onError: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      if (!renewed.current && renewLink(currentTarget)) renewed.current = true;
      else setFailed(true);
    },
    onLoadedMetadata: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      setFailed(false);
      arrive(currentTarget);
    },
    onEnded: () => {
      // What was recorded after it, if anything was.
      if (file > 1 && startSeconds < (main?.durationSeconds ?? 0)) playFrom({ file: 1, seconds: startSeconds });
    },
    onCanPlay: () => {
      renewed.current = false;
    },
    children: (
      <track kind="captions" src={captions} srcLang="en" label={say(isTimed ? "captions:timed" : "captions")} />
    ),
  };
  return (
    <>
      {failed ? <CannotPlay url={url} /> : null}
      {kind === "audio" ? (
        <AudioStage>
          <audio {...media} />
        </AudioStage>
      ) : (
        <VideoStage media={media} isFull={isFull} />
      )}
    </>
  );
}

type MediaProps = ComponentProps<"video"> & { ref: (media: HTMLMediaElement | null) => void };

function VideoStage({ media, isFull }: { media: MediaProps; isFull: boolean }) {
  const { media: playing } = usePlayer();
  return (
    <video
      {...media}
      playsInline
      onClick={() => playing && togglePlaying(playing)}
      className={classNames(
        "w-full scroll-mt-20 bg-stage object-contain", // clear of the page's head, which stays on top
        isFull ? "h-full min-h-0" : "aspect-video",
      )}
    />
  );
}

function AudioStage({ children }: { children: ReactNode }) {
  const say = useWords(sentences);
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-muted">
      <AudioLines aria-hidden size={32} strokeWidth={1.5} />
      <p className="text-sm">{say("sound_only")}</p>
      {children}
    </div>
  );
}

function CannotPlay({ url }: { url: string }) {
  const say = useWords(sentences);
  return (
    <div className="p-4">
      <Alert
        tone="caution"
        title={say("broken:title")}
        announce="alert"
        action={
          <Button size="small" onClick={() => window.location.reload()}>
            {say("broken:reload")}
          </Button>
        }
      >
        {say.rich("broken:words", {
          download: (words) => (
            <a href={`${url}&download=1`} className="inline-flex items-center gap-1 underline">
              <Download aria-hidden size={14} />
              {words}
            </a>
          ),
        })}
      </Alert>
    </div>
  );
}
