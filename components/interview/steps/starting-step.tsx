import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { passage } from "@/lib/words/en/room/passage.ts";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: passage });

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
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>
        {problem ? say("starting:failed", { returning: returning ? "yes" : "no" }) : say("starting:now")}
      </StepHeading>
      {problem ? (
        <>
          <Alert tone="negative" title={refusal(problem)} announce="alert">
            {say("starting:nothing_lost")}
          </Alert>
          <Button variant="primary" size="large" onClick={onRetry}>
            {say("try_again")}
          </Button>
        </>
      ) : (
        <p role="status" className="flex items-center gap-3 text-muted">
          <Spinner size={20} />
          {describe(outbox, struggling, returning, say)}
        </p>
      )}
    </div>
  );
}

function describe(
  { pendingAnswers, trouble }: OutboxState,
  struggling: boolean,
  returning: boolean,
  say: Say<typeof passage>,
): string {
  const kept = pendingAnswers > 0;
  if (struggling || trouble) {
    return [...(kept ? [say("starting:kept")] : []), say("starting:unreachable")].join(" ");
  }
  if (kept) return say("starting:sending");
  return say(returning ? "starting:back" : "starting:first");
}
