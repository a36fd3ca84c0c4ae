"use client";

import { Play } from "lucide-react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { player } from "@/lib/words/en/review/player.ts";
import { clock } from "@/lib/words/format.ts";
import { usePlayer } from "./player-context.tsx";

const sentences = catalogue({ en: player });

/** What a moment of the recording begins. */
export type Played =
  | { what: "question" | "answer"; position: number }
  | { what: "take"; take: number; position: number }
  | { what: "gap" | "part" | "recording" };

type TimeButtonProps = {
  seconds: number;
  /** 1 is the recording, 2 and on are the files beside it. */
  file?: number;
  of: Played;
};

/** A moment of the recording: a click plays from there. Without a recording it is only a time. */
export function TimeButton({ seconds, file = 1, of }: TimeButtonProps) {
  const say = useWords(sentences);
  const { media, playFrom } = usePlayer();
  const time = clock(seconds);
  if (!media) return <span className="text-sm text-muted tabular-nums">{time}</span>;
  return (
    <button
      type="button"
      onClick={() => playFrom({ file, seconds })}
      aria-label={playWords(of, { time, file }, say)}
      className="inline-flex h-7 items-center gap-1.5 rounded-pill bg-accent-soft px-2.5 text-xs font-strong text-accent tabular-nums hover:bg-accent hover:text-on-accent"
    >
      <Play aria-hidden size={11} className="fill-current print:hidden" />
      {time}
    </button>
  );
}

function playWords(of: Played, from: { time: string; file: number }, say: Say<typeof player>): string {
  switch (of.what) {
    case "question":
    case "answer":
      return say(`play:${of.what}`, { position: of.position, ...from });
    case "take":
      return say("play:take", { take: of.take, position: of.position, ...from });
    default:
      return say(`play:${of.what}`, from);
  }
}
