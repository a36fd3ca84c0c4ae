"use client";

import { Play } from "lucide-react";
import { clock } from "../format.ts";
import { usePlayer } from "./player-context.tsx";

/** A moment of the recording: a click plays from there. Without a recording it is only a time. */
export function TimeButton({ seconds, of }: { seconds: number; of: string }) {
  const { media, playFrom } = usePlayer();
  const time = clock(seconds);
  if (!media) return <span className="text-sm text-muted tabular-nums">{time}</span>;
  return (
    <button
      type="button"
      onClick={() => playFrom(seconds)}
      aria-label={`Play ${of} from ${time}`}
      className="inline-flex h-7 items-center gap-1.5 rounded-pill bg-accent-soft px-2.5 text-xs font-strong text-accent tabular-nums hover:bg-accent hover:text-on-accent"
    >
      <Play aria-hidden size={11} className="fill-current" />
      {time}
    </button>
  );
}
