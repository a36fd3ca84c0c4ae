import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import type { MicrophoneLevel } from "@/lib/client/devices/microphone-level.ts";
import { MAX_TEXT_LENGTH } from "@/lib/contract/interview.ts";
import type { InvitedQuestion } from "@/lib/domain/invitation-view.ts";
import { MicrophoneMeter } from "./microphone-meter.tsx";
import type { GivenAnswer, Phase } from "./room-state.ts";
import { SelfView } from "./self-view.tsx";
import { SkipButton } from "./skip-button.tsx";
import { skippedAnswer } from "./skipped-answer.ts";
import { StepHeading } from "./step-heading.tsx";
import { clockWords, lengthWords } from "./time-words.ts";
import { useAnswer } from "./use-answer.ts";
import { useElapsed } from "./use-elapsed.ts";
import { useTranscript } from "./use-transcript.ts";

/** What is being recorded while somebody answers. */
export type Recorded = { stream: MediaStream; level: MicrophoneLevel };

type AnswerPanelProps = {
  answering: Extract<Phase, { name: "answering" }>;
  question: InvitedQuestion;
  isLast: boolean;
  language: string;
  /** Null: the answer is typed. */
  recorded: Recorded | null;
  /** The avatar is speaking: its words are not the candidate's. */
  hold: boolean;
  /** The answer is on its way. */
  busy: boolean;
  onAnswer: (answer: GivenAnswer) => void;
};

const NOTHING_WRITTEN = "Nothing is written yet. Write something, or skip this question.";
const NOTHING_HEARD =
  "Nothing is written and nothing was heard yet. Say or write something, or skip this question. If you did speak, press the button again: the recording has it.";

/** The answer: spoken, typed, or both. What the browser writes along can be put right at any time. */
export function AnswerPanel({
  answering,
  question,
  isLast,
  language,
  recorded,
  hold,
  busy,
  onAnswer,
}: AnswerPanelProps) {
  const answer = useAnswer({
    sessionId: answering.sessionId,
    questionId: question.id,
    begun: answering,
    level: recorded?.level ?? null,
  });
  const transcript = useTranscript({ active: recorded !== null && !hold && !busy, language, onWords: answer.hear });
  const [warned, setWarned] = useState(false);

  function finish() {
    const given = answer.finish(transcript.interim);
    const empty = given.text === "" && given.answeredBy === "text";
    if (empty && (recorded === null || !warned)) setWarned(true);
    else onAnswer(given);
  }

  return (
    <Card className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <StepHeading as="h2" className="flex-1 basis-48">
          {recorded ? "Speak now, or write" : "Write your answer"}
        </StepHeading>
        <Elapsed sinceMs={answering.begunAtMs} advisedSeconds={question.answerSeconds} />
      </div>
      {recorded ? <RecordedNow recorded={recorded} /> : null}
      <Field
        label="Your answer"
        hint={hintFor(recorded !== null, transcript.available)}
        error={warned && answer.text === "" ? (recorded ? NOTHING_HEARD : NOTHING_WRITTEN) : null}
      >
        <Textarea
          rows={6}
          value={answer.text}
          maxLength={MAX_TEXT_LENGTH}
          readOnly={busy}
          lang={language}
          onChange={(event) => answer.write(event.target.value)}
        />
      </Field>
      {transcript.interim ? (
        <p aria-hidden className="-mt-3 text-sm text-muted">
          … {transcript.interim}
        </p>
      ) : null}
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button variant="primary" size="large" loading={busy} onClick={finish}>
          {isLast ? "Done, finish the interview" : "Done, next question"}
        </Button>
        <SkipButton
          ask={answer.text.trim() !== ""}
          disabled={busy}
          onSkip={() => onAnswer({ ...skippedAnswer(), mark: answering.mark })}
        />
      </div>
    </Card>
  );
}

function hintFor(recorded: boolean, writesAlong: boolean): string {
  if (!recorded) return "It is saved when you press Done.";
  if (writesAlong)
    return "What you say is written here as far as your browser understands it. You can correct it or write yourself.";
  return "Your browser cannot write along. Just speak, the recording keeps every word; a few typed sentences help, because the estimate reads only text.";
}

function Elapsed({ sinceMs, advisedSeconds }: { sinceMs: number; advisedSeconds: number | null }) {
  return (
    <p className="text-sm text-muted tabular-nums">
      <span className="font-strong text-ink">{clockWords(useElapsed(sinceMs))}</span>
      {advisedSeconds === null ? null : ` · about ${lengthWords(advisedSeconds)} is plenty`}
    </p>
  );
}

function RecordedNow({ recorded: { stream, level } }: { recorded: Recorded }) {
  return (
    <div className="flex items-center gap-4">
      <div className="min-w-0 flex-1">
        <MicrophoneMeter level={level} />
      </div>
      {stream.getVideoTracks().length > 0 ? <SelfView stream={stream} className="h-14 w-24 sm:h-18 sm:w-32" /> : null}
    </div>
  );
}
