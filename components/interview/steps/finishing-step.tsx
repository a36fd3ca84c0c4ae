import { useState } from "react";
import { useLocale } from "#use-locale";
import { Progress } from "@/components/ui/progress.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { OutboxState } from "@/lib/client/outbox/outbox.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";
import type { UploadState } from "@/lib/client/upload/upload-state.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { passage } from "@/lib/words/en/room/passage.ts";
import type { Locale } from "@/lib/words/locale.ts";
import { lengthWords } from "@/lib/words/measure-words.ts";
import { RetryAlert } from "./retry-alert.tsx";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: passage });

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
  const say = useWords(sentences);
  const locale = useLocale();
  const refusal = useRefusalWords();
  const { most, secondsLeft } = useDrainEstimate(upload);
  const share = most === 0 ? 100 : Math.round((100 * (most - upload.pendingBytes)) / most);
  return (
    <div className="mx-auto flex max-w-lg flex-col gap-6 py-12 sm:py-20">
      <StepHeading className="text-center">{say("finishing:title")}</StepHeading>
      {problem ? (
        <RetryAlert title={say("finishing:failed")} onRetry={onRetry} onLeaveOut={onLeaveOut}>
          {refusal(problem)} {answersAre(outbox, say)}
        </RetryAlert>
      ) : (
        <>
          <Progress label={say("finishing:progress")} value={share} />
          <p role="status" className="text-center text-balance text-muted tabular-nums">
            {describe(upload, outbox, secondsLeft, locale)}
          </p>
        </>
      )}
    </div>
  );
}

const answersAre = ({ pendingAnswers, inMemory }: OutboxState, say: Say<typeof passage>) =>
  pendingAnswers === 0 ? say("answers_saved") : say("answers_kept", { place: inMemory ? "page" : "device" });

function describe(
  { online, pendingBytes }: UploadState,
  outbox: OutboxState,
  secondsLeft: number | null,
  locale: Locale,
): string {
  const say = sentences.in(locale);
  if (!online || outbox.trouble === "offline") {
    const rest = pendingBytes > 0 ? [say("finishing:rest_kept")] : [];
    return [say("finishing:offline"), answersAre(outbox, say), ...rest, say("finishing:leave_open")].join(" ");
  }
  if (outbox.trouble) {
    return [say("finishing:failing"), answersAre(outbox, say), say("finishing:keep_trying")].join(" ");
  }
  if (pendingBytes === 0) return say("finishing:almost");
  if (secondsLeft === null) return say("finishing:rest");
  return `${say("finishing:rest")} ${say("finishing:left", { length: lengthWords(secondsLeft, locale) })}`;
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
