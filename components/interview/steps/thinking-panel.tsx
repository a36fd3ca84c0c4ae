import { useLocale } from "#use-locale";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { GivenAnswer } from "@/lib/client/room/room-state.ts";
import type { InvitedQuestion } from "@/lib/domain/invitation-view.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";
import { SkipButton } from "../answer/skip-button.tsx";
import { skippedAnswer } from "../answer/skipped-answer.ts";
import { advisedLength } from "../time-words.ts";

const sentences = catalogue({ en: questions });

type ThinkingPanelProps = {
  question: InvitedQuestion;
  busy: boolean;
  onBegin: () => void;
  onAnswer: (answer: GivenAnswer) => void;
};

/** Between the question and the answer: think, then begin. */
export function ThinkingPanel({ question, busy, onBegin, onAnswer }: ThinkingPanelProps) {
  const locale = useLocale();
  const say = useWords(sentences);
  return (
    <Card className="flex flex-col gap-6">
      <p className="text-muted">
        {say("think")} {advisedLength(question.answerSeconds, locale)}
      </p>
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button variant="primary" size="large" loading={busy} onClick={onBegin}>
          {say("start")}
        </Button>
        <SkipButton ask={false} disabled={busy} onSkip={() => onAnswer(skippedAnswer())} />
      </div>
    </Card>
  );
}
