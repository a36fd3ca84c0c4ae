"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Moment } from "./marks.ts";
import { play } from "./play.ts";

type Player = {
  /** The playing element; null while there is none. */
  media: HTMLMediaElement | null;
  attach: (media: HTMLMediaElement | null) => void;
  /** The file that is in it: 1 is the recording, 2 and on are those beside it. */
  file: number;
  /** Goes to a moment, in another file if need be, and plays from there. */
  playFrom: (moment: Moment) => void;
  /** The file that was asked for has been opened. */
  arrive: (media: HTMLMediaElement) => void;
};

const PlayerContext = createContext<Player | null>(null);

/** One recording that anything inside can seek: marks on the timeline, times beside answers. */
export function PlayerProvider({ children }: { children: ReactNode }) {
  const [media, attach] = useState<HTMLMediaElement | null>(null);
  const [file, setFile] = useState(1);
  /** Where to go in a file that is being opened. */
  const awaited = useRef<number | null>(null);
  const playFrom = useCallback(
    (moment: Moment) => {
      if (!media) return;
      media.scrollIntoView({ block: "nearest", behavior: "smooth" });
      if (moment.file !== file || awaited.current !== null) {
        awaited.current = moment.seconds;
        return setFile(moment.file);
      }
      media.currentTime = moment.seconds;
      play(media);
    },
    [media, file],
  );
  const arrive = useCallback((opened: HTMLMediaElement) => {
    if (awaited.current === null) return;
    opened.currentTime = awaited.current;
    awaited.current = null;
    play(opened);
  }, []);
  const player = useMemo(() => ({ media, attach, file, playFrom, arrive }), [media, file, playFrom, arrive]);
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
