import { type ReactNode, useEffect, useEffectEvent } from "react";
import type { InvitedQuestion } from "@/lib/domain/invitation-view.ts";
import { AnswerPanel, type Recorded } from "./answer-panel.tsx";
import { Avatar } from "./avatar.tsx";
import { RetryAlert } from "./retry-alert.tsx";
import type { GivenAnswer, Phase } from "./room-state.ts";
import { SpeechControls } from "./speech-controls.tsx";
import { StepHeading } from "./step-heading.tsx";
import { ThinkingPanel } from "./thinking-panel.tsx";
import type { useSpeaker } from "./use-speaker.ts";

type QuestionStepProps = {
  phase: Extract<Phase, { name: "asking" | "answering" | "saving" }>;
  question: InvitedQuestion;
  total: number;
  speaker: ReturnType<typeof useSpeaker>;
  language: string;
  recorded: Recorded | null;
  /** Something about the devices that has to be said first. */
  notice: ReactNode;
  onBegin: () => void;
  onAnswer: (answer: GivenAnswer) => void;
  onRetry: () => void;
};

/** One question: asked, thought about, answered, saved. Give it the question's id as its key. */
export function QuestionStep({
  phase,
  question,
  total,
  speaker,
  language,
  recorded,
  notice,
  ...on
}: QuestionStepProps) {
  const say = useEffectEvent(() => void speaker.say(question.text, question.id));
  const stop = useEffectEvent(speaker.stop);
  useEffect(() => {
    say();
    return () => stop();
  }, []);

  const shown = phase.name === "saving" ? phase.from : phase;
  const problem = phase.name === "saving" ? phase.problem : null;
  const busy = phase.name === "saving" && !problem;
  return (
    <div className="flex flex-col gap-6 sm:gap-8">
      <div className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3 sm:items-start sm:gap-x-6 sm:gap-y-1">
        <Avatar speaking={speaker.speaking} className="size-14 sm:row-span-2 sm:size-28" />
        <p className="text-sm text-muted">
          Question {phase.index + 1} of {total}
        </p>
        <div className="col-span-2 sm:col-span-1">
          <StepHeading look="question">{question.text}</StepHeading>
          <SpeechControls
            speaker={speaker}
            repeatLabel="Repeat the question"
            onRepeat={() => void speaker.say(question.text, question.id)}
          />
        </div>
      </div>
      {notice}
      {problem ? (
        <RetryAlert title="Your answer is not saved yet" onRetry={on.onRetry}>
          {problem.message} Your answer is kept on this page.
        </RetryAlert>
      ) : null}
      {shown.name === "asking" ? (
        <ThinkingPanel
          question={question}
          busy={busy}
          onAnswer={on.onAnswer}
          onBegin={() => {
            speaker.stop();
            on.onBegin();
          }}
        />
      ) : (
        <AnswerPanel
          answering={shown}
          question={question}
          isLast={phase.index === total - 1}
          language={language}
          recorded={recorded}
          hold={speaker.speaking}
          busy={phase.name === "saving"}
          onAnswer={on.onAnswer}
        />
      )}
    </div>
  );
}
