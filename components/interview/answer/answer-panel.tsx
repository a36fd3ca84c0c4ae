import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { MicrophoneLevel } from "@/lib/client/devices/microphone-level.ts";
import type { GivenAnswer, Phase } from "@/lib/client/room/room-state.ts";
import { MAX_TEXT_LENGTH } from "@/lib/contract/interview.ts";
import type { WritesDown } from "@/lib/domain/consent.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";
import { MicrophoneMeter } from "../recording/microphone-meter.tsx";
import { SelfView } from "../recording/self-view.tsx";
import { StepHeading } from "../steps/step-heading.tsx";
import { SkipButton } from "./skip-button.tsx";
import { skippedAnswer } from "./skipped-answer.ts";
import { useAnswer } from "./use-answer.ts";
import { useTranscript } from "./use-transcript.ts";
import { WriteAlongChoice } from "./write-along-choice.tsx";

const sentences = catalogue({ en: questions });

/** What is being recorded while somebody answers; without a level, no sound is. */
export type Recorded = { stream: MediaStream; level: MicrophoneLevel | null };

/** How what is said becomes text. */
export type Writing = {
  /** What is only said, after the answer. */
  writesDown: WritesDown;
  /** By the browser's own speech recognition, meanwhile; null: it may not be chosen. */
  along: { on: boolean; onChange: (on: boolean) => void } | null;
};

type AnswerPanelProps = {
  answering: Extract<Phase, { name: "answering" }>;
  isLast: boolean;
  language: string;
  draft: { localKey: string; openUntil: string };
  /** Null: nothing is recorded. */
  recorded: Recorded | null;
  writing: Writing;
  /** The avatar can be heard: its words are not the candidate's. */
  hold: boolean;
  /** The answer is being kept. */
  busy: boolean;
  onAnswer: (answer: GivenAnswer) => void;
};

/** The answer: spoken, typed, or both. What the browser writes along can be put right at any time. */
export function AnswerPanel({
  answering,
  isLast,
  language,
  draft,
  recorded,
  writing,
  hold,
  busy,
  onAnswer,
}: AnswerPanelProps) {
  const say = useWords(sentences);
  const level = recorded?.level ?? null;
  const heard = level !== null;
  const answer = useAnswer({ draft: { ...draft, questionId: answering.question.id }, begun: answering, level });
  const writesAlong = writing.along?.on === true;
  const active = heard && writesAlong && !hold && !busy;
  const transcript = useTranscript({ active, language, onWords: answer.hear });
  const [warned, setWarned] = useState(false);

  function finish() {
    const given = answer.finish(transcript.interim);
    const empty = given.text === "" && given.answeredBy === "text";
    if (empty && (!heard || !warned)) setWarned(true);
    else onAnswer(given);
  }

  return (
    <Card className="flex flex-col gap-6 compact:gap-3">
      <StepHeading as="h2">{say(heard ? "answer:spoken" : "answer:written")}</StepHeading>
      {recorded ? <RecordedNow recorded={recorded} /> : null}
      <Field
        label={say("answer")}
        hint={hintFor(heard, writing, transcript.available, say)}
        error={warned && answer.text === "" ? say(heard ? "nothing_heard" : "nothing_written") : null}
      >
        <Textarea
          {...answer.fieldProps}
          rows={5}
          maxLength={MAX_TEXT_LENGTH}
          readOnly={busy}
          lang={language}
          dir="auto"
          className="max-h-[40dvh] overflow-y-auto"
        />
      </Field>
      {transcript.interim ? (
        <p aria-hidden dir="auto" className="-mt-3 text-sm text-muted">
          … {transcript.interim}
        </p>
      ) : null}
      <div className="flex flex-col gap-3 sm:flex-row compact:contents">
        <div className="compact:sticky compact:bottom-0 compact:-mx-4 compact:border-t compact:border-hairline compact:bg-surface compact:px-4 compact:py-3">
          <Button variant="primary" size="large" loading={busy} onClick={finish} className="compact:w-full">
            {say(isLast ? "done:last" : "done:next")}
          </Button>
        </div>
        <SkipButton
          ask={answer.text.trim() !== ""}
          disabled={busy}
          onSkip={() => onAnswer({ ...skippedAnswer(), mark: answering.mark })}
        />
      </div>
      {heard && writing.along ? <WriteAlongChoice {...writing.along} /> : null}
    </Card>
  );
}

function hintFor(
  heard: boolean,
  { along, writesDown }: Writing,
  available: boolean,
  say: Say<typeof questions>,
): string {
  if (!heard) return say("hint:written");
  if (along?.on && available) return say("hint:along");
  if (writesDown === "here") return say("hint:here");
  return say(along?.on ? "hint:not_along" : "hint:spoken");
}

function RecordedNow({ recorded: { stream, level } }: { recorded: Recorded }) {
  const say = useWords(sentences);
  return (
    <div className="flex items-center gap-4">
      <div className="min-w-0 flex-1">
        {level ? <MicrophoneMeter level={level} /> : <p className="text-sm text-muted">{say("picture_only")}</p>}
      </div>
      {stream.getVideoTracks().length > 0 ? (
        <SelfView stream={stream} className="h-14 w-24 sm:h-18 sm:w-32 compact:h-12 compact:w-20" />
      ) : null}
    </div>
  );
}
