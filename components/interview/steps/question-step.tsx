import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useLocale } from "#use-locale";
import { classNames } from "@/components/ui/class-names.ts";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { GivenAnswer, Phase } from "@/lib/client/room/room-state.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";
import { clock } from "@/lib/words/format.ts";
import { lengthWords } from "@/lib/words/measure-words.ts";
import { AnswerPanel, type Recorded, type Writing } from "../answer/answer-panel.tsx";
import { Avatar } from "../avatar.tsx";
import { SpeechControls } from "../speech-controls.tsx";
import { useElapsed } from "../use-elapsed.ts";
import type { useSpeaker } from "../use-speaker.ts";
import { RetryAlert } from "./retry-alert.tsx";
import { StepHeading } from "./step-heading.tsx";
import { ThinkingPanel } from "./thinking-panel.tsx";

const sentences = catalogue({ en: questions });

type QuestionStepProps = {
  phase: Extract<Phase, { name: "asking" | "answering" | "keeping" }>;
  total: number;
  isLast: boolean;
  speaker: ReturnType<typeof useSpeaker>;
  language: string;
  /** Where what is being written is kept. */
  draft: { localKey: string; openUntil: string };
  recorded: Recorded | null;
  writing: Writing;
  /** Something about the devices that has to be said first. */
  notice: ReactNode;
  outbox: OutboxState;
  onBegin: () => void;
  onAnswer: (answer: GivenAnswer) => void;
  onTellAgain: () => void;
  onLeaveOut: (() => void) | null;
};

/** A question so long that it would fill a phone is scrolled within its own place there. */
const LONG_QUESTION = 180;
const SCROLLED = {
  tabIndex: 0,
  role: "group",
  className: "compact:max-h-[30dvh] compact:overflow-y-auto",
};

/** On a phone the question and its clock stay in sight while it is answered. */
const PINNED = "compact:sticky compact:top-0 compact:z-[5] compact:-mx-4 compact:bg-canvas compact:px-4 compact:py-2";

/** One question: asked, thought about, answered. Give it the question's id as its key. */
export function QuestionStep({ phase, total, speaker, language, recorded, outbox, ...rest }: QuestionStepProps) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const { question } = phase;
  const speak = useEffectEvent(() => void speaker.say(question.text, question.id));
  const stop = useEffectEvent(speaker.stop);
  useEffect(() => {
    speak();
    return () => stop();
  }, []);

  const shown = phase.name === "keeping" ? phase.from : phase;
  const answering = shown.name === "answering" ? shown : null;
  return (
    <div className="flex flex-col gap-6 compact:gap-3 sm:gap-8">
      <div
        className={classNames(
          "flex flex-col gap-x-6 gap-y-3 sm:grid sm:grid-cols-[auto_1fr] sm:items-start sm:gap-y-1",
          answering && "compact:contents",
        )}
      >
        <Avatar
          speaking={speaker.speaking}
          className={classNames("size-14 sm:row-span-2 sm:size-28", answering && "compact:hidden")}
        />
        <div className={classNames("min-w-0", answering && PINNED)}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-muted">
            <p>{say("number", { number: phase.number, total })}</p>
            {answering ? <Elapsed sinceMs={answering.begunAtMs} advisedSeconds={question.answerSeconds} /> : null}
          </div>
          <div
            {...(answering && question.text.length > LONG_QUESTION
              ? { ...SCROLLED, "aria-label": say("question") }
              : {})}
          >
            <StepHeading look={answering ? "pinned" : "question"} lang={language}>
              <bdi>{question.text}</bdi>
            </StepHeading>
          </div>
        </div>
        <SpeechControls
          speaker={speaker}
          repeatLabel={say("repeat")}
          onRepeat={() => void speaker.say(question.text, question.id)}
        />
      </div>
      {rest.notice}
      {outbox.refused ? (
        <RetryAlert title={say("refused:title")} onRetry={rest.onTellAgain} onLeaveOut={rest.onLeaveOut}>
          {refusal(outbox.refused)} {say("refused:words", { place: outbox.inMemory ? "page" : "device" })}
        </RetryAlert>
      ) : null}
      {answering ? (
        <AnswerPanel
          answering={answering}
          isLast={rest.isLast}
          language={language}
          draft={rest.draft}
          recorded={recorded}
          writing={rest.writing}
          hold={speaker.sounding}
          busy={phase.name === "keeping"}
          onAnswer={rest.onAnswer}
        />
      ) : (
        <ThinkingPanel
          question={question}
          busy={phase.name === "keeping"}
          onAnswer={rest.onAnswer}
          onBegin={() => {
            speaker.stop();
            rest.onBegin();
          }}
        />
      )}
    </div>
  );
}

function Elapsed({ sinceMs, advisedSeconds }: { sinceMs: number; advisedSeconds: number | null }) {
  const locale = useLocale();
  const say = useWords(sentences);
  return (
    <p className="tabular-nums">
      <span className="font-strong text-ink">{clock(useElapsed(sinceMs))}</span>
      {advisedSeconds === null ? null : ` · ${say("advised_beside", { length: lengthWords(advisedSeconds, locale) })}`}
    </p>
  );
}
