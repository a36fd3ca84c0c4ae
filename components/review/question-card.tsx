"use client";

import { CircleSlash } from "lucide-react";
import { Badge } from "@/components/ui/badge.tsx";
import { Card } from "@/components/ui/card.tsx";
import { classNames } from "@/components/ui/class-names.ts";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { ReviewAnswer, ReviewQuestion } from "@/lib/contract/review.ts";
import { lengthOf } from "./format.ts";
import { TimeButton } from "./player/time-button.tsx";
import { QuestionAnalysis } from "./question-analysis.tsx";
import { sentenceCase } from "./words.ts";

type QuestionCardProps = { question: ReviewQuestion; method: string; isOn: boolean };

/** A question with its answer, its earlier takes and what the scorer made of it. */
export function QuestionCard({ question, method, isOn }: QuestionCardProps) {
  const { position, text, type, difficulty, media_offset_seconds: asked, answer, retakes, analysis } = question;
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
        <Badge>{sentenceCase(type)}</Badge>
        <Badge>{sentenceCase(difficulty)}</Badge>
        <span className="ms-auto" />
        {asked === null ? null : <TimeButton seconds={asked} of={`question ${position}`} />}
      </div>
      <h3 id={`question-${position}`} className="mt-3 max-w-prose text-base">
        <span className="sr-only">Question {position}: </span>
        {text}
      </h3>
      {answer ? <Answer answer={answer} position={position} /> : <NoAnswer words="Not answered." />}
      {retakes.length > 0 ? <Retakes retakes={retakes} position={position} /> : null}
      {analysis ? <QuestionAnalysis analysis={analysis} method={method} /> : null}
    </Card>
  );
}

function Answer({ answer, position }: { answer: ReviewAnswer; position: number }) {
  if (answer.skipped) return <NoAnswer words="Skipped by the candidate." />;
  return (
    <div className="mt-4">
      <AnswerFacts answer={answer} of={`the answer to question ${position}`} />
      {answer.text.trim() === "" ? (
        <p className="mt-2 text-sm text-muted">{SPOKEN_ONLY}</p>
      ) : (
        <p className="mt-2 max-w-prose text-sm leading-6 break-words whitespace-pre-wrap">{answer.text}</p>
      )}
    </div>
  );
}

const SPOKEN_ONLY = "Spoken, without a transcript: please listen to the recording.";

function AnswerFacts({ answer, of }: { answer: ReviewAnswer; of: string }) {
  const { media_offset_seconds: begins, duration_seconds: length, confidence } = answer;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-xs text-muted tabular-nums">
      <span>Answer</span>
      {begins === null ? null : <TimeButton seconds={begins} of={of} />}
      {length ? <span>{lengthOf(length)}</span> : null}
      {confidence === null ? null : <span>transcript {Math.round(confidence * 100)} % certain</span>}
    </div>
  );
}

function NoAnswer({ words }: { words: string }) {
  return (
    <p className="mt-4 flex items-center gap-2 text-sm text-muted">
      <CircleSlash aria-hidden size={16} />
      {words}
    </p>
  );
}

function Retakes({ retakes, position }: { retakes: ReviewAnswer[]; position: number }) {
  const count = retakes.length === 1 ? "1 earlier take" : `${retakes.length} earlier takes`;
  return (
    <Disclosure summary={count} className="mt-4">
      <ul className="flex flex-col gap-4 border-s-2 border-hairline ps-4">
        {retakes.map((retake, index) => (
          <li key={retake.answer_id}>
            <AnswerFacts answer={retake} of={`earlier take ${retakes.length - index} of question ${position}`} />
            <p className="mt-2 max-w-prose text-sm break-words whitespace-pre-wrap text-muted">
              {retake.skipped ? "Skipped." : retake.text.trim() || SPOKEN_ONLY}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
