import { Button } from "@/components/ui/button.tsx";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { UploadState } from "@/lib/client/upload/upload-state.ts";
import { StepHeading } from "./step-heading.tsx";

type ElsewhereStepProps = {
  /** This page had the interview before another one took it over. */
  wasHere: boolean;
  upload: UploadState;
  outbox: OutboxState;
  onContinue: () => void;
};

/** One window at a time records an interview; the candidate says which. */
export function ElsewhereStep({ wasHere, upload, outbox, onContinue }: ElsewhereStepProps) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>
        {wasHere ? "This interview goes on in another window" : "This interview is open in another window"}
      </StepHeading>
      <p className="text-balance text-muted">
        {wasHere
          ? describeRest(upload, outbox)
          : "It may be in another tab, browser or device. You can go back to it there, or continue here; your answers so far are safe either way."}
      </p>
      <Button variant="primary" size="large" onClick={onContinue}>
        Continue here
      </Button>
    </div>
  );
}

function describeRest({ pendingBytes, stopped }: UploadState, { pendingAnswers }: OutboxState): string {
  if (stopped) return "A part of what this window recorded could not be sent.";
  if (pendingBytes > 0 || pendingAnswers > 0) {
    const rest = pendingAnswers > 0 ? "recorded and what you answered here" : "recorded";
    return `Nothing is recorded here any more. What this window ${rest} is being saved; please leave it open until then.`;
  }
  return "Nothing is recorded here any more, and everything that this window recorded is saved. You can close it.";
}
