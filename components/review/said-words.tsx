"use client";

import type { SyntheticEvent } from "react";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewAnswer } from "@/lib/contract/review.ts";
import { type SaidSentence, sentencesOf } from "@/lib/domain/said-sentences.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { clock } from "@/lib/words/format.ts";
import { useMedia, usePlayer } from "./player/player-context.tsx";

const sentences = catalogue({ en: answers });

/** What was said, word for word: a click plays from that word, and each sentence can be reached and played by keyboard. */
export function SaidWords({
  said,
  said_by: by,
  media_file: file,
}: Pick<ReviewAnswer, "said" | "said_by" | "media_file">) {
  const say = useWords(sentences);
  return (
    <>
      <p dir="auto" className="mt-1.5 max-w-prose text-sm leading-6 break-words whitespace-pre-wrap">
        {sentencesOf(said).map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said does not change its order
          <Sentence key={at} sentence={sentence} file={file} />
        ))}
      </p>
      {by === "segments" ? <p className="mt-1 text-xs text-muted">{say("said_by_segments")}</p> : null}
    </>
  );
}

function Sentence({ sentence: { words, start }, file }: { sentence: SaidSentence; file: number }) {
  const say = useWords(sentences);
  const { media, playFrom, file: playing } = usePlayer();
  const end = words.findLast((word) => word.end !== null)?.end ?? null;
  const isOn = useMedia(
    ({ currentTime, paused }) => !paused && start !== null && end !== null && currentTime >= start && currentTime < end,
    false,
  );
  const text = words.map((word, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what was said does not change its order
    <span key={at} data-start={word.start ?? undefined} className="hover:underline">
      {word.text}{" "}
    </span>
  ));
  if (!media || start === null) return <span>{text}</span>;
  const play = ({ target }: SyntheticEvent) => {
    const word = target instanceof HTMLElement ? target.dataset.start : undefined;
    playFrom({ file, seconds: word === undefined ? start : Number(word) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is a box of its own, and no part of a line of text
    <span
      role="button"
      tabIndex={0}
      title={say("play_said", { time: clock(start) })}
      data-on={isOn && playing === file ? "" : undefined}
      onClick={play}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault(); // a space would scroll the page, and play
        event.stopPropagation();
        play(event);
      }}
      className="cursor-pointer rounded-control hover:bg-hover data-on:bg-accent-soft"
    >
      {text}
    </span>
  );
}
