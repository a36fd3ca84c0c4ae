"use client";

import { Play } from "lucide-react";
import { clock } from "@/lib/words/format.ts";
import { usePlayer } from "./player-context.tsx";

type TimeButtonProps = {
  seconds: number;
  /** 1 is the recording, 2 and on are the files beside it. */
  file?: number;
  of: string;
};

/** A moment of the recording: a click plays from there. Without a recording it is only a time. */
export function TimeButton({ seconds, file = 1, of }: TimeButtonProps) {
  const { media, playFrom } = usePlayer();
  const time = clock(seconds);
  if (!media) return <span className="text-sm text-muted tabular-nums">{time}</span>;
  return (
    <button
      type="button"
      onClick={() => playFrom({ file, seconds })}
      aria-label={`Play ${of} from ${time}${file > 1 ? ` of file ${file}` : ""}`}
      className="inline-flex h-7 items-center gap-1.5 rounded-pill bg-accent-soft px-2.5 text-xs font-strong text-accent tabular-nums hover:bg-accent hover:text-on-accent"
    >
      <Play aria-hidden size={11} className="fill-current print:hidden" />
      {time}
    </button>
  );
}
