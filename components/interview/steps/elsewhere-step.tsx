import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { UploadState } from "@/lib/client/upload/upload-state.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { passage } from "@/lib/words/en/room/passage.ts";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: passage });

type ElsewhereStepProps = {
  /** This page had the interview before another one took it over. */
  wasHere: boolean;
  upload: UploadState;
  outbox: OutboxState;
  onContinue: () => void;
};

/** One window at a time records an interview; the candidate says which. */
export function ElsewhereStep({ wasHere, upload, outbox, onContinue }: ElsewhereStepProps) {
  const say = useWords(sentences);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>{say(wasHere ? "elsewhere:went" : "elsewhere:is")}</StepHeading>
      <p className="text-balance text-muted">
        {wasHere ? describeRest(upload, outbox, say) : say("elsewhere:either_way")}
      </p>
      <Button variant="primary" size="large" onClick={onContinue}>
        {say("elsewhere:continue")}
      </Button>
    </div>
  );
}

function describeRest(
  { pendingBytes, stopped }: UploadState,
  { pendingAnswers }: OutboxState,
  say: Say<typeof passage>,
): string {
  if (stopped) return say("elsewhere:stopped");
  if (pendingBytes === 0 && pendingAnswers === 0) return say("elsewhere:saved");
  return say("elsewhere:saving", { rest: pendingAnswers > 0 ? "answers" : "recording" });
}
