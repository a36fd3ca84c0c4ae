import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import type { GivenAnswer } from "@/lib/client/room/room-state.ts";
import type { InvitedQuestion } from "@/lib/domain/invitation-view.ts";
import { SkipButton } from "../answer/skip-button.tsx";
import { skippedAnswer } from "../answer/skipped-answer.ts";
import { advisedLength } from "../time-words.ts";

type ThinkingPanelProps = {
  question: InvitedQuestion;
  busy: boolean;
  onBegin: () => void;
  onAnswer: (answer: GivenAnswer) => void;
};

/** Between the question and the answer: think, then begin. */
export function ThinkingPanel({ question, busy, onBegin, onAnswer }: ThinkingPanelProps) {
  return (
    <Card className="flex flex-col gap-6">
      <p className="text-muted">Take the time you need to think. {advisedLength(question.answerSeconds)}</p>
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button variant="primary" size="large" loading={busy} onClick={onBegin}>
          Start answering
        </Button>
        <SkipButton ask={false} disabled={busy} onSkip={() => onAnswer(skippedAnswer())} />
      </div>
    </Card>
  );
}
