"use client";

import { Badge } from "@/components/ui/badge.tsx";
import { Card } from "@/components/ui/card.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewAnalysis, ReviewQuestion } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { AnswerText, NoAnswer, Retakes } from "./answer-text.tsx";
import { CoachingNotes } from "./coaching-notes.tsx";
import { NAMES, nameOf } from "./names.ts";
import { TimeButton } from "./player/time-button.tsx";
import { QuestionAnalysis } from "./question-analysis.tsx";
import { sentenceCase } from "./words.ts";

const sentences = catalogue({ en: answers });

type QuestionCardProps = {
  question: ReviewQuestion;
  by: Pick<ReviewAnalysis, "method"> | null;
  isOn: boolean;
};

/** A question with its answer, its earlier takes and what the scorer made of it. */
export function QuestionCard({ question, by, isOn }: QuestionCardProps) {
  const say = useWords(sentences);
  const name = useWords(NAMES);
  const {
    position,
    text,
    type,
    difficulty,
    media_offset_seconds: asked,
    media_file: file,
    answer,
    retakes,
    analysis,
    coaching,
  } = question;
  return (
    <Card
      as="article"
      aria-labelledby={`question-${position}`}
      className={classNames("scroll-mt-20 transition-colors", isOn && "border-accent")}
    >
      <div className="flex flex-wrap items-center gap-2">
        <span
          aria-hidden
          className="grid size-6 place-items-center rounded-pill bg-sunken text-xs font-strong tabular-nums"
        >
          {position}
        </span>
        <Badge>{nameOf("type", type, name, sentenceCase(type))}</Badge>
        <Badge>{nameOf("difficulty", difficulty, name, sentenceCase(difficulty))}</Badge>
        <span className="ms-auto" />
        {asked === null ? null : <TimeButton seconds={asked} file={file} of={{ what: "question", position }} />}
      </div>
      <h3 id={`question-${position}`} tabIndex={-1} className="mt-3 max-w-prose scroll-mt-28 text-base">
        <span className="sr-only">{say("question", { position })} </span>
        <bdi>{text}</bdi>
      </h3>
      {answer ? (
        <AnswerText answer={answer} position={position} scored={analysis?.text_source ?? null} />
      ) : (
        <NoAnswer words={say("not_answered")} />
      )}
      <Retakes retakes={retakes} position={position} />
      {analysis && by ? <QuestionAnalysis analysis={analysis} position={position} by={by} /> : null}
      {coaching ? <CoachingNotes coaching={coaching} /> : null}
    </Card>
  );
}
