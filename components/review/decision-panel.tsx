"use client";

import { useLocale } from "#use-locale";
import { Card } from "@/components/ui/card.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review, ReviewDecision } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision } from "@/lib/words/en/review/decision.ts";
import { DecisionForm } from "./decision-form.tsx";
import { restsOn } from "./rests-on.ts";
import { VerdictPill } from "./verdict-pill.tsx";

const sentences = catalogue({ en: decision });

type DecisionPanelProps = Pick<Review, "interview_id" | "state" | "decisions" | "recording"> & {
  /** Who reads it. */
  userId: string;
};

/** What people decided, and the form to decide. */
export function DecisionPanel({ interview_id, state, decisions, recording, userId }: DecisionPanelProps) {
  const say = useWords(sentences);
  return (
    <Card as="section" aria-labelledby="decision-title">
      <h2 id="decision-title" tabIndex={-1} className="scroll-mt-28 text-lg">
        {say("title")}
      </h2>
      {decisions.length > 0 ? (
        <DecisionHistory decisions={decisions} recordingVersion={recording?.version ?? 0} />
      ) : null}
      {state === "completed" ? (
        <DecisionForm of={{ interviewId: interview_id, userId }} latest={decisions[0] ?? null} />
      ) : (
        <p className="mt-3 text-sm text-muted print:hidden">{say("not_yet")}</p>
      )}
    </Card>
  );
}

type DecisionHistoryProps = {
  decisions: ReviewDecision[];
  /** As it is now. */
  recordingVersion: number;
};

function DecisionHistory({ decisions, recordingVersion }: DecisionHistoryProps) {
  const locale = useLocale();
  const say = sentences.in(locale);
  return (
    <ol aria-label={say("list")} className="mt-4 flex flex-col gap-5">
      {decisions.map(({ decision_id, decision, reason, by, at, ...on }, index) => (
        <li key={decision_id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <VerdictPill verdict={decision} bare={index > 0} />
            <span className="text-muted">{say.rich("by", { name: by, at: () => <LocalTime at={at} /> })}</span>
            {index === 0 && decisions.length > 1 ? <span className="text-muted">· {say("counts")}</span> : null}
          </div>
          <p dir="auto" className="mt-2 max-w-prose text-sm break-words whitespace-pre-wrap">
            {reason}
          </p>
          <p className="mt-1 text-xs text-muted">{restsOn(on, recordingVersion, locale)}</p>
        </li>
      ))}
    </ol>
  );
}
