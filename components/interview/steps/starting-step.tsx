import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";
import { problemWords } from "./problem-words.ts";
import { StepHeading } from "./step-heading.tsx";

type StartingStepProps = {
  problem: Problem | null;
  struggling: boolean;
  /** What an earlier visit kept on this device goes first. */
  outbox: OutboxState;
  returning: boolean;
  onRetry: () => void;
};

/** The session is being opened. */
export function StartingStep({ problem, struggling, outbox, returning, onRetry }: StartingStepProps) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>
        {problem ? `The interview has not ${returning ? "gone on" : "started"}` : "One moment, we are getting ready"}
      </StepHeading>
      {problem ? (
        <>
          <Alert tone="negative" title={problemWords(problem)} announce="alert">
            Nothing is recorded now, and nothing is lost.
          </Alert>
          <Button variant="primary" size="large" onClick={onRetry}>
            Try again
          </Button>
        </>
      ) : (
        <p role="status" className="flex items-center gap-3 text-muted">
          <Spinner size={20} />
          {describe(outbox, struggling, returning)}
        </p>
      )}
    </div>
  );
}

function describe({ pendingAnswers, trouble }: OutboxState, struggling: boolean, returning: boolean): string {
  const kept = pendingAnswers > 0 ? "What you answered before is kept on this device. " : "";
  if (struggling || trouble) return `${kept}The server cannot be reached. We keep trying; please leave this page open.`;
  if (kept) return "Sending the answers that were kept on this device";
  return returning ? "Going on with the interview" : "Starting the interview";
}
