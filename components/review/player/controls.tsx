"use client";

import {
  Captions,
  CaptionsOff,
  Maximize,
  Minimize,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  Volume2,
  VolumeX,
} from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { player } from "@/lib/words/en/review/player.ts";
import { clock } from "@/lib/words/format.ts";
import { togglePlaying, useMedia, usePlayer } from "./player-context.tsx";

const sentences = catalogue({ en: player });

const SPEEDS = [1, 1.25, 1.5, 2, 0.75];
/** The two buttons beside “Play”. */
const JUMP_SECONDS = 10;

type ControlsProps = { durationSeconds: number; isVideo: boolean; isFull: boolean; onFullScreen: () => void };

/** Everything a listener needs, in one row that also fits a phone. Time runs to the right in every language, as on any player. */
export function Controls({ durationSeconds, isVideo, isFull, onFullScreen }: ControlsProps) {
  const say = useWords(sentences);
  return (
    <div dir="ltr" className="flex items-center gap-0.5 px-2 pt-1 pb-2 sm:gap-1 sm:px-3">
      <PlayButton />
      <JumpButton by={-JUMP_SECONDS} />
      <JumpButton by={JUMP_SECONDS} />
      <TimeShown durationSeconds={durationSeconds} />
      <span className="ms-auto" />
      <SpeedButton />
      {isVideo ? <CaptionsButton /> : null}
      <MuteButton />
      {isVideo ? (
        <Button variant="quiet" iconOnly aria-label={isFull ? say("leave_full") : say("full")} onClick={onFullScreen}>
          {isFull ? <Minimize aria-hidden size={18} /> : <Maximize aria-hidden size={18} />}
        </Button>
      ) : null}
    </div>
  );
}

function PlayButton() {
  const say = useWords(sentences);
  const { media } = usePlayer();
  const paused = useMedia((playing) => playing.paused, true);
  const Icon = paused ? Play : Pause;
  return (
    <Button
      variant="quiet"
      iconOnly
      aria-label={paused ? say("play") : say("pause")}
      onClick={() => media && togglePlaying(media)}
    >
      <Icon aria-hidden size={20} className="fill-current" />
    </Button>
  );
}

function JumpButton({ by }: { by: number }) {
  const say = useWords(sentences);
  const { media } = usePlayer();
  const Icon = by < 0 ? RotateCcw : RotateCw;
  return (
    <Button
      variant="quiet"
      iconOnly
      aria-label={by < 0 ? say("back", { seconds: -by }) : say("forward", { seconds: by })}
      onClick={() => {
        if (media) media.currentTime += by;
      }}
    >
      <Icon aria-hidden size={18} />
    </Button>
  );
}

function TimeShown({ durationSeconds }: { durationSeconds: number }) {
  const seconds = useMedia((playing) => Math.floor(playing.currentTime), 0);
  return (
    <span className="px-1 text-sm whitespace-nowrap text-muted tabular-nums">
      <span className="text-ink">{clock(seconds)}</span>
      <span className="max-sm:hidden"> / {clock(durationSeconds)}</span>
    </span>
  );
}

function SpeedButton() {
  const say = useWords(sentences);
  const { media } = usePlayer();
  const speed = useMedia((playing) => playing.playbackRate, 1);
  const faster = () => {
    if (media) media.playbackRate = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
  };
  return (
    <Button variant="quiet" aria-label={say("speed", { speed })} onClick={faster} className="px-2 tabular-nums">
      {speed}×
    </Button>
  );
}

function CaptionsButton() {
  const say = useWords(sentences);
  const { media } = usePlayer();
  const [shown, setShown] = useState(false);
  const Icon = shown ? Captions : CaptionsOff;
  const toggle = () => {
    const track = media?.textTracks[0];
    if (track) track.mode = shown ? "disabled" : "showing";
    setShown(!shown);
  };
  return (
    <Button variant="quiet" iconOnly aria-label={say("captions_button")} aria-pressed={shown} onClick={toggle}>
      <Icon aria-hidden size={18} />
    </Button>
  );
}

/** Phones have keys for it. */
function MuteButton() {
  const say = useWords(sentences);
  const { media } = usePlayer();
  const muted = useMedia((playing) => playing.muted, false);
  const Icon = muted ? VolumeX : Volume2;
  const toggle = () => {
    if (media) media.muted = !media.muted;
  };
  return (
    <Button
      variant="quiet"
      iconOnly
      aria-label={say("mute")}
      aria-pressed={muted}
      onClick={toggle}
      className="max-sm:hidden"
    >
      <Icon aria-hidden size={18} />
    </Button>
  );
}
