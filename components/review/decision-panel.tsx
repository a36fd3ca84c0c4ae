"use client";

import { Card } from "@/components/ui/card.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Review, ReviewDecision } from "@/lib/contract/review.ts";
import { DecisionForm } from "./decision-form.tsx";
import { restsOn } from "./rests-on.ts";
import { VERDICT_WORDS } from "./words.ts";

type DecisionPanelProps = Pick<Review, "interview_id" | "state" | "decisions" | "recording"> & {
  /** Who reads it. */
  userId: string;
};

/** What people decided, and the form to decide. */
export function DecisionPanel({ interview_id, state, decisions, recording, userId }: DecisionPanelProps) {
  return (
    <Card as="section" aria-labelledby="decision-title">
      <h2 id="decision-title" tabIndex={-1} className="scroll-mt-28 text-lg">
        Decision
      </h2>
      {decisions.length > 0 ? (
        <DecisionHistory decisions={decisions} recordingVersion={recording?.version ?? 0} />
      ) : null}
      {state === "completed" ? (
        <DecisionForm of={{ interviewId: interview_id, userId }} latest={decisions[0] ?? null} />
      ) : (
        <p className="mt-3 text-sm text-muted print:hidden">It can be decided once the interview is finished.</p>
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
  return (
    <ol aria-label="Decisions, latest first" className="mt-4 flex flex-col gap-5">
      {decisions.map(({ decision_id, decision, reason, by, at, ...on }, index) => (
        <li key={decision_id}>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <StatusPill tone={VERDICT_WORDS[decision].tone} icon={VERDICT_WORDS[decision].icon} bare={index > 0}>
              {VERDICT_WORDS[decision].label}
            </StatusPill>
            <span className="text-muted">
              {by}, <LocalTime at={at} />
            </span>
            {index === 0 && decisions.length > 1 ? <span className="text-muted">· this one counts</span> : null}
          </div>
          <p className="mt-2 max-w-prose text-sm break-words whitespace-pre-wrap">{reason}</p>
          <p className="mt-1 text-xs text-muted">{restsOn(on, recordingVersion)}</p>
        </li>
      ))}
    </ol>
  );
}
