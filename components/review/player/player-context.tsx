"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState, useSyncExternalStore } from "react";
import { play } from "./play.ts";

type Player = {
  /** The playing element; null while there is none. */
  media: HTMLMediaElement | null;
  attach: (media: HTMLMediaElement | null) => void;
  /** Goes to a moment of the recording, in seconds, and plays from there. */
  playFrom: (seconds: number) => void;
};

const PlayerContext = createContext<Player | null>(null);

/** One recording that anything inside can seek: marks on the timeline, times beside answers. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const [media, attach] = useState<HTMLMediaElement | null>(null);
  const playFrom = useCallback(
    (seconds: number) => {
      if (!media) return;
      media.currentTime = seconds;
      media.scrollIntoView({ block: "nearest", behavior: "smooth" });
      play(media);
    },
    [media],
  );
  const player = useMemo(() => ({ media, attach, playFrom }), [media, playFrom]);
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error("usePlayer needs a PlayerProvider above it.");
  return player;
}

export function togglePlaying(media: HTMLMediaElement): void {
  if (media.paused) play(media);
  else media.pause();
}

const CHANGES = [
  "timeupdate",
  "seeking",
  "seeked",
  "play",
  "pause",
  "ended",
  "waiting",
  "playing",
  "durationchange",
  "ratechange",
  "volumechange",
  "emptied",
  "error",
];

/**
 * Something that is read from the playing element and drawn again when it changes. Only who asks is drawn again, so the
 * page around it stands still while a recording plays.
 * @param read gives a string, number or boolean
 */
export function useMedia<T extends string | number | boolean>(read: (media: HTMLMediaElement) => T, absent: T): T {
  const { media } = usePlayer();
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const name of CHANGES) media?.addEventListener(name, changed);
      return () => {
        for (const name of CHANGES) media?.removeEventListener(name, changed);
      };
    },
    [media],
  );
  return useSyncExternalStore(
    subscribe,
    () => (media ? read(media) : absent),
    () => absent,
  );
}
