"use client";

import { type RefObject, useEffect } from "react";
import { type Mark, neighbour, type Starts } from "./marks.ts";
import { togglePlaying, usePlayer } from "./player-context.tsx";
import { STEP_SECONDS } from "./timeline.tsx";

const JUMP_SECONDS = 10;

type PlayerKeys = {
  player: RefObject<HTMLElement | null>;
  marks: readonly Mark[];
  starts: Starts;
  /** Nothing but the player is to be seen, so every key is meant for it. */
  isFull: boolean;
  /** Null: there is no picture to enlarge. */
  onFullScreen: (() => void) | null;
};

/**
 * The player's keys. Arrows and space also work while nothing on the page has the keyboard; letters and digits only inside
 * the player, because single characters belong to whoever is typing (WCAG 2.1.4).
 */
export function usePlayerKeys({ player, marks, starts, isFull, onFullScreen }: PlayerKeys): void {
  const { media, file, playFrom } = usePlayer();
  useEffect(() => {
    if (!media) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const within = isFull || (target !== null && player.current?.contains(target) === true);
      if (!within && target !== document.body && target?.id !== "content") return;
      if (event.key === " " && target?.closest("button, a, summary")) return; // it presses what has the keyboard
      const command = commandOf(event.key, within);
      if (!command) return;
      event.preventDefault();
      if (command === "toggle") togglePlaying(media);
      else if (command === "full screen") onFullScreen?.();
      else if (typeof command === "object" && "seekBy" in command) media.currentTime += command.seekBy;
      else {
        const wanted =
          typeof command === "string"
            ? neighbour(marks, { file, seconds: media.currentTime }, command, starts)
            : marks.find(({ position }) => position === command.question);
        if (wanted) playFrom(wanted);
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [media, file, playFrom, player, marks, starts, isFull, onFullScreen]);
}

type Command = { seekBy: number } | { question: number } | "toggle" | "next" | "previous" | "full screen";

const ANYWHERE = new Map<string, Command>([
  ["ArrowLeft", { seekBy: -STEP_SECONDS }],
  ["ArrowRight", { seekBy: STEP_SECONDS }],
  [" ", "toggle"],
]);
const INSIDE = new Map<string, Command>([
  ["j", { seekBy: -JUMP_SECONDS }],
  ["l", { seekBy: JUMP_SECONDS }],
  ["k", "toggle"],
  ["n", "next"],
  ["p", "previous"],
  ["f", "full screen"],
]);

function commandOf(key: string, within: boolean): Command | undefined {
  if (!within) return ANYWHERE.get(key);
  return /^[1-9]$/.test(key) ? { question: Number(key) } : (ANYWHERE.get(key) ?? INSIDE.get(key.toLowerCase()));
}
