"use client";

import { CircleSlash } from "lucide-react";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { ReviewAnswer, ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { lengthOf } from "@/lib/words/measure-words.ts";
import { TimeButton } from "./player/time-button.tsx";

type AnswerTextProps = {
  answer: ReviewAnswer;
  position: number;
  /** Whose words were scored; null: none, or not scored yet. */
  scored: ReviewQuestionAnalysis["text_source"];
};

const SPOKEN_ONLY = "Spoken, without a transcript: please listen to the recording.";

/** What the candidate said, in whose words it stands here, and every other text there is of it. */
export function AnswerText({ answer, position, scored }: AnswerTextProps) {
  if (answer.skipped) return <NoAnswer words="Skipped by the candidate." />;
  const [latest, ...earlier] = answer.transcripts;
  const own = answer.text.trim();
  const isTranscript = latest !== undefined && (scored === "transcript" || (own === "" && scored === null));
  const shown = isTranscript ? latest.text : own;
  const others = isTranscript ? earlier : answer.transcripts;
  return (
    <div className="mt-4">
      <AnswerFacts answer={answer} of={`the answer to question ${position}`} />
      <p className="mt-2 text-xs text-muted">
        {sourceWords(isTranscript ? `Spoken, written down by ${latest.model}` : ownWords(answer), shown, scored)}
      </p>
      {shown === "" ? null : (
        <p className="mt-1.5 max-w-prose text-sm leading-6 break-words whitespace-pre-wrap">{shown}</p>
      )}
      {isTranscript && own !== "" ? <OtherText summary="The candidate’s own text" text={own} /> : null}
      <Heard answer={answer} />
      {others.map((transcript) => (
        <OtherText key={transcript.created_at} summary={`Transcript by ${transcript.model}`} text={transcript.text}>
          <LocalTime at={transcript.created_at} format="long" />
        </OtherText>
      ))}
    </div>
  );
}

/** Whose words they are, and whether they were typed, where the client says so. */
function ownWords({ answered_by: by }: ReviewAnswer): string {
  if (by === "text") return "Written by the candidate";
  return by === "both" ? "The candidate’s own text, spoken and written" : "The candidate’s own text";
}

function sourceWords(words: string, shown: string, scored: AnswerTextProps["scored"]): string {
  if (shown === "") return SPOKEN_ONLY;
  return scored === null ? words : `${words} · this is what was scored`;
}

/** What speech recognition heard, where the candidate corrected it. */
function Heard({ answer: { recognized_text: heard, text } }: { answer: ReviewAnswer }) {
  if (!heard?.trim() || sameWords(heard, text)) return null;
  return (
    <OtherText summary="What speech recognition heard" text={heard}>
      The candidate corrected it before sending.
    </OtherText>
  );
}

function sameWords(one: string, other: string): boolean {
  const fold = (text: string) => text.trim().replace(/\s+/g, " ");
  return fold(one) === fold(other);
}

function OtherText({ summary, text, children }: { summary: string; text: string; children?: ReactNode }) {
  return (
    <Disclosure summary={summary} className="mt-2">
      <div className="border-s-2 border-hairline ps-4">
        {children ? <p className="mb-1 text-xs text-muted">{children}</p> : null}
        <p className="max-w-prose text-sm break-words whitespace-pre-wrap text-muted">{text}</p>
      </div>
    </Disclosure>
  );
}

function AnswerFacts({ answer, of }: { answer: ReviewAnswer; of: string }) {
  const { media_offset_seconds: begins, media_file: file, duration_seconds: length, confidence } = answer;
  // Whoever typed all of it said nothing that could be played.
  const isWritten = answer.answered_by === "text";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-xs text-muted tabular-nums">
      <span>{isWritten ? "Written answer" : "Answer"}</span>
      {begins === null || isWritten ? null : <TimeButton seconds={begins} file={file} of={of} />}
      {length ? <span>{lengthOf(length)}</span> : null}
      {confidence === null || isWritten ? null : <span>transcript {Math.round(confidence * 100)} % certain</span>}
    </div>
  );
}

export function NoAnswer({ words }: { words: string }) {
  return (
    <p className="mt-4 flex items-center gap-2 text-sm text-muted">
      <CircleSlash aria-hidden size={16} />
      {words}
    </p>
  );
}

/** Earlier answers that a retake replaced. */
export function Retakes({ retakes, position }: { retakes: ReviewAnswer[]; position: number }) {
  if (retakes.length === 0) return null;
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
