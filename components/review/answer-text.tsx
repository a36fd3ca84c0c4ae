"use client";

import { CircleSlash, Ear } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale } from "#use-locale";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewAnswer, ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { catalogue, type Drawn, type Say } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { all } from "@/lib/words/format.ts";
import { lengthOf, shareOf } from "@/lib/words/measure-words.ts";
import { AsIs } from "./as-is.tsx";
import { type Played, TimeButton } from "./player/time-button.tsx";
import { SaidWords } from "./said-words.tsx";
import { WritingState } from "./writing-state.tsx";

const sentences = catalogue({ en: answers });

type AnswerTextProps = {
  answer: ReviewAnswer;
  position: number;
  /** Whose words were scored; null: none, or not scored yet. */
  scored: ReviewQuestionAnalysis["text_source"];
};

/** What the candidate said, in whose words it stands here, and every other text there is of it. */
export function AnswerText({ answer, position, scored }: AnswerTextProps) {
  const say = useWords(sentences);
  if (answer.skipped) return <NoAnswer words={say("skipped")} />;
  const [latest, ...earlier] = answer.transcripts;
  const own = answer.text.trim();
  const isTranscript = latest !== undefined && (scored === "transcript" || (own === "" && scored === null));
  const shown = isTranscript ? latest.text : own;
  const others = (isTranscript ? earlier : answer.transcripts).filter(
    ({ text }) => !sameWords(text, answer.recognized_text ?? ""),
  );
  const source = isTranscript
    ? say.rich(latest.here ? "from:here" : "from:transcript", modelOf(latest))
    : ownWords(answer, say);
  return (
    <div className="mt-4">
      <AnswerFacts answer={answer} of={{ what: "answer", position }} />
      <p className="mt-2 text-xs text-muted">
        {shown === "" ? say("spoken_only") : source}
        {shown === "" || scored === null ? null : ` · ${say("scored")}`}
      </p>
      {answer.writing ? <WritingState {...answer.writing} /> : null}
      <Shown answer={answer} text={shown} />
      {latest?.credit ? <p className="mt-1 text-xs text-muted">{say("credit", { credit: latest.credit })}</p> : null}
      {latest && latest.unclear.length > 0 ? <Unclear reasons={latest.unclear} /> : null}
      {isTranscript && own !== "" ? <OtherText summary={say("own_text")} text={own} /> : null}
      <Heard answer={answer} />
      {others.map((transcript) => (
        <OtherText
          key={transcript.created_at}
          summary={<span>{say.rich("transcript", modelOf(transcript))}</span>}
          text={transcript.text}
        >
          <LocalTime at={transcript.created_at} format="long" />
        </OtherText>
      ))}
    </div>
  );
}

/** Where its times are known each word can be played. */
function Shown({ answer, text }: { answer: ReviewAnswer; text: string }) {
  if (text === "") return null;
  if (answer.said.length > 0 && text === answer.spoken_text) return <SaidWords {...answer} />;
  return (
    <p dir="auto" className="mt-1.5 max-w-prose text-sm leading-6 break-words whitespace-pre-wrap">
      {text}
    </p>
  );
}

/** What was measured of the sound says that its words cannot be trusted. */
function Unclear({ reasons }: { reasons: readonly string[] }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const known = reasons.flatMap((reason) => {
    const key = `unclear:${reason}`;
    return sentences.has(key) ? say(key as "unclear:noise") : [];
  });
  return (
    <p className="mt-2 flex items-start gap-2 text-sm">
      <Ear aria-hidden size={14} className="mt-1 shrink-0" />
      {say("unclear", { reasons: all(known, locale) })}
    </p>
  );
}

const modelOf = ({ model }: { model: string }) => ({ model: (): Drawn => <AsIs>{model}</AsIs> });

/** Whose words they are, and whether they were typed, where the client says so. */
function ownWords({ answered_by: by }: ReviewAnswer, say: Say<typeof answers>): string {
  if (by === "text") return say("from:text");
  return by === "both" ? say("from:both") : say("from:own");
}

/** What speech recognition heard, where the candidate corrected it. */
function Heard({ answer: { recognized_text: heard, text } }: { answer: ReviewAnswer }) {
  const say = useWords(sentences);
  if (!heard?.trim() || sameWords(heard, text)) return null;
  return (
    <OtherText summary={say("heard")} text={heard}>
      {say("corrected")}
    </OtherText>
  );
}

function sameWords(one: string, other: string): boolean {
  const fold = (text: string) => text.trim().replace(/\s+/g, " ");
  return fold(one) === fold(other);
}

function OtherText({ summary, text, children }: { summary: ReactNode; text: string; children?: ReactNode }) {
  return (
    <Disclosure summary={summary} className="mt-2">
      <div className="border-s-2 border-hairline ps-4">
        {children ? <p className="mb-1 text-xs text-muted">{children}</p> : null}
        <p dir="auto" className="max-w-prose text-sm break-words whitespace-pre-wrap text-muted">
          {text}
        </p>
      </div>
    </Disclosure>
  );
}

function AnswerFacts({ answer, of }: { answer: ReviewAnswer; of: Played }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  const { media_offset_seconds: begins, media_file: file, duration_seconds: length, confidence } = answer;
  // Whoever typed all of it said nothing that could be played.
  const isWritten = answer.answered_by === "text";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-xs text-muted tabular-nums">
      <span>{isWritten ? say("written") : say("answer")}</span>
      {begins === null || isWritten ? null : <TimeButton seconds={begins} file={file} of={of} />}
      {length ? <span>{lengthOf(length, locale)}</span> : null}
      {confidence === null || isWritten ? null : <span>{say("certain", { share: shareOf(confidence, locale) })}</span>}
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
  const say = useWords(sentences);
  if (retakes.length === 0) return null;
  return (
    <Disclosure summary={say("takes", { count: retakes.length })} className="mt-4">
      <ul className="flex flex-col gap-4 border-s-2 border-hairline ps-4">
        {retakes.map((retake, index) => (
          <li key={retake.answer_id}>
            <AnswerFacts answer={retake} of={{ what: "take", take: retakes.length - index, position }} />
            <p dir="auto" className="mt-2 max-w-prose text-sm break-words whitespace-pre-wrap text-muted">
              {retake.skipped ? say("take:skipped") : retake.text.trim() || say("spoken_only")}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
