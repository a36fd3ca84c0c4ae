"use client";

import { Play, Quote } from "lucide-react";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewEvidence } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { clock } from "@/lib/words/format.ts";
import { usePlayer } from "./player/player-context.tsx";

const sentences = catalogue({ en: scores });

type Quoted = Pick<ReviewEvidence, "quote" | "media_offset_seconds" | "media_file" | "approximate">;

/** The whole quote can be pressed; where there is nothing to play it is only read, and says why. */
export function QuoteButton({ quoted }: { quoted: Quoted }) {
  const say = useWords(sentences);
  const { quote, media_offset_seconds: seconds, media_file: file, approximate } = quoted;
  const { media, playFrom } = usePlayer();
  if (!media || seconds === null) {
    return (
      <div className="flex gap-3 px-1 pt-2">
        <Quote aria-hidden size={14} className="mt-1 shrink-0 text-muted" />
        <p className="min-w-0 break-words">
          <q dir="auto">{quote}</q>{" "}
          <span className="text-xs whitespace-nowrap text-muted">
            {media ? say("not_placed") : say("no_recording")}
          </span>
        </p>
      </div>
    );
  }
  return (
    <button
      type="button"
      onClick={() => playFrom({ file, seconds })}
      className="group/quote grid w-full grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-1 rounded-control px-1 pt-2 pb-0.5 text-start hover:bg-hover sm:grid-cols-[auto_minmax(0,1fr)_auto]"
    >
      <Quote aria-hidden size={14} className="mt-1 shrink-0 text-muted" />
      <q dir="auto" className="break-words">
        {quote}
      </q>
      <span className="col-start-2 inline-flex h-6 items-center gap-1.5 justify-self-start sm:col-start-3 rounded-pill bg-accent-soft px-2.5 text-xs font-strong text-accent tabular-nums group-hover/quote:bg-accent group-hover/quote:text-on-accent">
        <Play aria-hidden size={11} className="fill-current print:hidden" />
        <span>
          {say.rich(approximate ? "play_from_about" : "play_from", {
            time: clock(seconds),
            hidden: (words) => <span className="sr-only">{words}</span>,
          })}
        </span>
      </span>
    </button>
  );
}
