import { useState } from "react";
import { Progress } from "@/components/ui/progress.tsx";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";
import type { UploadState } from "@/lib/client/upload/upload-state.ts";
import { lengthWords } from "@/lib/words/measure-words.ts";
import { problemWords } from "./problem-words.ts";
import { RetryAlert } from "./retry-alert.tsx";
import { StepHeading } from "./step-heading.tsx";

/** Rates need a little while before they mean something. */
const FIRST_ESTIMATE_MS = 3_000;

type FinishingStepProps = {
  upload: UploadState;
  outbox: OutboxState;
  problem: Problem | null;
  onRetry: () => void;
  onLeaveOut: (() => void) | null;
};

/** What was recorded and answered is brought to the server before anybody is sent away. */
export function FinishingStep({ upload, outbox, problem, onRetry, onLeaveOut }: FinishingStepProps) {
  const { most, secondsLeft } = useDrainEstimate(upload);
  const share = most === 0 ? 100 : Math.round((100 * (most - upload.pendingBytes)) / most);
  return (
    <div className="mx-auto flex max-w-lg flex-col gap-6 py-12 sm:py-20">
      <StepHeading className="text-center">Saving your interview</StepHeading>
      {problem ? (
        <RetryAlert title="The interview is not closed yet" onRetry={onRetry} onLeaveOut={onLeaveOut}>
          {problemWords(problem)} {answersAre(outbox)}
        </RetryAlert>
      ) : (
        <>
          <Progress label="Recording saved" value={share} />
          <p role="status" className="text-center text-balance text-muted tabular-nums">
            {describe(upload, outbox, secondsLeft)}
          </p>
        </>
      )}
    </div>
  );
}

const answersAre = ({ pendingAnswers, inMemory }: OutboxState) =>
  pendingAnswers === 0
    ? "Your answers are saved."
    : `Your answers are kept on this ${inMemory ? "page" : "device"} until they are.`;

function describe({ online, pendingBytes }: UploadState, outbox: OutboxState, secondsLeft: number | null): string {
  if (!online || outbox.trouble === "offline") {
    const recording = pendingBytes > 0 ? " The rest of the recording is kept on this device." : "";
    return `The connection is lost. ${answersAre(outbox)}${recording} Leave this page open: it goes on by itself.`;
  }
  if (outbox.trouble) return `The server cannot answer just now. ${answersAre(outbox)} We keep trying.`;
  if (pendingBytes === 0) return "Almost done.";
  const estimate = secondsLeft === null ? "" : ` About ${lengthWords(secondsLeft)} left.`;
  return `The rest of the recording is on its way, and this page can be left open.${estimate}`;
}

type Begun = { atMs: number; bytes: number };

/** The most that was ever pending here, and how long the rest takes at the pace since then. */
function useDrainEstimate({ pendingBytes }: UploadState): { most: number; secondsLeft: number | null } {
  const [begun, setBegun] = useState<Begun>(() => ({ atMs: performance.now(), bytes: pendingBytes }));
  // The recorder's last slice may come after this page has: then counting begins with it.
  if (pendingBytes > begun.bytes) setBegun({ atMs: performance.now(), bytes: pendingBytes });
  const most = Math.max(begun.bytes, pendingBytes);
  const elapsedMs = performance.now() - begun.atMs;
  const sent = most - pendingBytes;
  if (sent <= 0 || elapsedMs < FIRST_ESTIMATE_MS) return { most, secondsLeft: null };
  return { most, secondsLeft: (pendingBytes / sent) * (elapsedMs / 1000) };
}
