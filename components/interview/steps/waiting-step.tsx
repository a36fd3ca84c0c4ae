import { useEffect, useState } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { GivenAnswer, Problem } from "@/lib/client/room/room-state.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { passage } from "@/lib/words/en/room/passage.ts";
import { clock } from "@/lib/words/format.ts";
import { RetryAlert } from "./retry-alert.tsx";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: passage });

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
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const late = useLate(SOON_MS);
  if (!late && !problem) return null;
  const kept = outbox.pendingAnswers > 0;
  const answered = kept && given?.answeredBy !== "skipped";
  const took = given?.durationSeconds ?? 0;
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-6 py-12 text-center sm:py-20">
      <StepHeading>{say(answered ? "waiting:kept" : "waiting:next")}</StepHeading>
      {problem ? (
        <RetryAlert title={say("waiting:failed")} onRetry={onRetry} onLeaveOut={onLeaveOut}>
          {refusal(problem)} {say(kept ? whereKept(outbox) : "answers_saved")}
        </RetryAlert>
      ) : (
        <p role="status" className="flex items-center gap-3 text-balance text-muted">
          <Spinner size={20} />
          {describe(outbox, kept, say)}
        </p>
      )}
      {took > 0 ? <p className="text-sm text-muted tabular-nums">{say("waiting:clock", { at: clock(took) })}</p> : null}
    </div>
  );
}

function describe(outbox: OutboxState, kept: boolean, say: Say<typeof passage>): string {
  if (!outbox.trouble) return say(kept ? "waiting:answer_first" : "waiting:under_way");
  const safe = kept ? [say(whereKept(outbox))] : [];
  return [...safe, say(`waiting:${outbox.trouble}`)].join(" ");
}

const whereKept = ({ inMemory }: OutboxState) => (inMemory ? "waiting:on_page" : "waiting:on_device");

function useLate(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}
