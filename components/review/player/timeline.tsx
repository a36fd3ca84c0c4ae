"use client";

import type { CSSProperties } from "react";
import { classNames } from "@/components/ui/class-names.ts";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewRecording } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { player } from "@/lib/words/en/review/player.ts";
import { clock } from "@/lib/words/format.ts";
import { areCrowded, atInRecording, type Mark, positionAt, type Starts } from "./marks.ts";
import { useMedia, usePlayer } from "./player-context.tsx";

const sentences = catalogue({ en: player });

/** Arrow keys on the slider go this far. */
export const STEP_SECONDS = 5;

type TimelineProps = { marks: Mark[]; starts: Starts; durationSeconds: number };
type Gaps = ReviewRecording["gaps"];

/**
 * The file that plays as a line: a numbered mark for each question, a notch for each gap, and a handle to drag. On the recording's own
 * line, a question in a file beside it stands where that file belongs. Time runs to the right in every language.
 */
export function Timeline({ marks, starts, gaps, durationSeconds }: TimelineProps & { gaps: Gaps }) {
  const say = useWords(sentences);
  const { file } = usePlayer();
  const placed = marks.map((mark) => ({
    mark,
    seconds: mark.file === file ? mark.seconds : atInRecording(mark, starts),
  }));
  const crowded = areCrowded(
    placed.map(({ seconds }) => seconds),
    durationSeconds,
  );
  return (
    <div dir="ltr" className="relative px-4 pt-3">
      <Notches gaps={gaps} durationSeconds={durationSeconds} />
      <ol aria-label={say("questions")} className="relative mx-2 h-7">
        {placed.map(({ mark, seconds }) => (
          <li
            key={mark.position}
            className="absolute top-0 -translate-x-1/2"
            style={{ left: percent(seconds, durationSeconds) }}
          >
            {crowded ? <span aria-hidden className="mt-3 block h-4 w-px bg-outline sm:hidden" /> : null}
            <TimelineMark mark={mark} marks={marks} seconds={seconds} className={crowded ? "max-sm:hidden" : ""} />
          </li>
        ))}
      </ol>
      <Scrubber marks={marks} durationSeconds={durationSeconds} />
    </div>
  );
}

/** Where something is missing. The list under the player says it in words. */
function Notches({ gaps, durationSeconds }: { gaps: Gaps; durationSeconds: number }) {
  return (
    <div aria-hidden className="absolute inset-x-6 top-3 h-7">
      {gaps.map(({ segment, at_seconds: at }) => (
        <span
          key={`${segment} ${at}`}
          className="absolute bottom-0 h-3 w-1 -translate-x-1/2 rounded-mark bg-caution"
          style={{ left: percent(at, durationSeconds) }}
        />
      ))}
    </div>
  );
}

type TimelineMarkProps = Pick<TimelineProps, "marks"> & { mark: Mark; seconds: number; className: string };

/** On a phone whose line is too short for all of them, the buttons of the questions themselves lead there. */
function TimelineMark({ mark, marks, seconds, className }: TimelineMarkProps) {
  const say = useWords(sentences);
  const { file, playFrom } = usePlayer();
  const isOn = useMedia((media) => positionAt(marks, { file, seconds: media.currentTime }) === mark.position, false);
  const { position, text } = mark;
  return (
    <Tooltip content={text}>
      <button
        type="button"
        onClick={() => playFrom(mark)}
        aria-label={say("mark", { position, time: clock(seconds), text })}
        aria-current={isOn || undefined}
        className={classNames(
          "relative grid size-6 place-items-center rounded-pill border text-xs tabular-nums transition-colors hover:z-10 focus-visible:z-10",
          "after:absolute after:top-full after:h-2 after:w-px after:bg-outline",
          isOn
            ? "z-10 border-accent bg-accent font-strong text-on-accent"
            : "border-outline bg-surface text-ink hover:border-accent hover:text-accent",
          className,
        )}
      >
        {position}
      </button>
    </Tooltip>
  );
}

function Scrubber({ marks, durationSeconds }: Omit<TimelineProps, "starts">) {
  const say = useWords(sentences);
  const { media, file } = usePlayer();
  const seconds = useMedia((playing) => Math.round(playing.currentTime * 10) / 10, 0);
  const question = positionAt(marks, { file, seconds });
  const at = { at: clock(seconds), length: clock(durationSeconds) };
  const seek = (value: string) => {
    if (media) media.currentTime = Number(value);
  };
  return (
    <input
      type="range"
      aria-label={say("position")}
      aria-valuetext={question ? say("at_question", { ...at, question }) : say("at", at)}
      min={0}
      max={durationSeconds}
      step="any"
      value={Math.min(seconds, durationSeconds)}
      onChange={(event) => seek(event.target.value)}
      onKeyDown={(event) => {
        const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (!direction) return;
        event.preventDefault(); // `step="any"` would go by a hundredth of the whole
        seek(String(seconds + direction * STEP_SECONDS));
      }}
      style={{ "--at": percent(seconds, durationSeconds) } as CSSProperties}
      className="scrubber"
    />
  );
}

function percent(seconds: number, whole: number): string {
  return `${whole > 0 ? Math.min(100, (100 * seconds) / whole) : 0}%`;
}
