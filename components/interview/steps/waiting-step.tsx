import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { GivenAnswer, Problem } from "@/lib/client/room/room-state.ts";
import { clock } from "@/lib/words/format.ts";
import { problemWords } from "./problem-words.ts";
import { RetryAlert } from "./retry-alert.tsx";
import { StepHeading } from "./step-heading.tsx";

/** A question that comes sooner needs no words in between. */
const SOON_MS = 400;

type WaitingStepProps = {
  /** What was answered last; null before the first question. */
  given: GivenAnswer | null;
  outbox: OutboxState;
  problem: Problem | null;
  onRetry: () => void;
  onLeaveOut: (() => void) | null;
};

/** The answer is kept on this device, and the next question is not here yet. No clock runs. */
export function WaitingStep({ given, outbox, problem, onRetry, onLeaveOut }: WaitingStepProps) {
  const late = useLate(SOON_MS);
  if (!late && !problem) return null;
  const kept = outbox.pendingAnswers > 0;
  const answered = kept && given?.answeredBy !== "skipped";
  const took = given?.durationSeconds ?? 0;
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>{answered ? "Your answer is kept" : "One moment, the next question comes"}</StepHeading>
      {problem ? (
        <RetryAlert title="The next question could not be fetched" onRetry={onRetry} onLeaveOut={onLeaveOut}>
          {problemWords(problem)} {kept ? whereKept(outbox) : "Your answers are saved."}
        </RetryAlert>
      ) : (
        <p role="status" className="flex items-center gap-3 text-balance text-muted">
          <Spinner size={20} />
          {describe(outbox, kept)}
        </p>
      )}
      {took > 0 ? <p className="text-sm text-muted tabular-nums">The clock stands still at {clock(took)}.</p> : null}
    </div>
  );
}

function describe(outbox: OutboxState, kept: boolean): string {
  const safe = kept ? `${whereKept(outbox)} ` : "";
  switch (outbox.trouble) {
    case "offline":
      return `${safe}The next question comes with the connection. Leave this page open: it goes on by itself, and no time is counted until then.`;
    case "failing":
      return `${safe}The server cannot answer just now. We keep asking for the next question, and no time is counted until then.`;
    default:
      return kept ? "It is on its way, and the next question comes after it." : "It is on its way.";
  }
}

const whereKept = ({ inMemory }: OutboxState) =>
  inMemory
    ? "Everything so far is kept on this page, because your browser stores nothing: please leave it open."
    : "Everything so far is safe on this device.";

function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
