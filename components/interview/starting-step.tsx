import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { Problem } from "./room-state.ts";
import { StepHeading } from "./step-heading.tsx";

/** The session is being opened. */
export function StartingStep({
  problem,
  struggling,
  onRetry,
}: {
  problem: Problem | null;
  struggling: boolean;
  onRetry: () => void;
}) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>{problem ? "The interview has not started" : "One moment, we are getting ready"}</StepHeading>
      {problem ? (
        <>
          <Alert tone="negative" title={problem.message} announce="alert">
            Nothing is recorded yet, and nothing is lost.
          </Alert>
          <Button variant="primary" size="large" onClick={onRetry}>
            Try again
          </Button>
        </>
      ) : (
        <p role="status" className="flex items-center gap-3 text-muted">
          <Spinner size={20} />
          {struggling
            ? "The server cannot be reached. We keep trying; please leave this page open."
            : "Starting the interview"}
        </p>
      )}
    </div>
  );
}
