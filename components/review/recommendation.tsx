import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Review, ReviewAnalysis } from "@/lib/contract/review.ts";
import { JumpLink } from "./jump-link.tsx";
import { VERDICT_WORDS } from "./words.ts";

type RecommendationProps = {
  /** Null: nobody's business here. */
  decisions: Review["decisions"] | null;
  recommendation: ReviewAnalysis["recommendation"];
  /** What suggests it, in short. */
  method: string;
};

/** Two things beside each other: what the scores suggest, and what a person decided. Neither changes the other. */
export function Recommendation({ recommendation, method, decisions }: RecommendationProps) {
  if (!recommendation) return null;
  const suggested = VERDICT_WORDS[recommendation];
  return (
    <dl className="grid auto-cols-fr gap-px overflow-hidden rounded-control border border-hairline bg-hairline text-sm sm:grid-flow-col">
      <div className="bg-surface p-4">
        <dt className="text-xs text-muted">Recommendation, by {method}</dt>
        <dd className="mt-2">
          <StatusPill tone={suggested.tone} icon={suggested.icon} bare>
            {suggested.label}
          </StatusPill>
          <p className="mt-1 text-xs text-muted">It decides nothing.</p>
        </dd>
      </div>
      {decisions ? <Decided decisions={decisions} /> : null}
    </dl>
  );
}

function Decided({ decisions: [latest] }: Pick<Review, "decisions">) {
  const decided = latest && VERDICT_WORDS[latest.decision];
  return (
    <div className="bg-surface p-4">
      <dt className="text-xs text-muted">Decision, by a person</dt>
      <dd className="mt-2">
        {decided ? (
          <StatusPill tone={decided.tone} icon={decided.icon}>
            {decided.label}
          </StatusPill>
        ) : (
          <span className="text-muted">Nobody has decided yet</span>
        )}
        <p className="mt-1 text-xs text-muted">
          {latest ? `${latest.by}. ` : null}
          <JumpLink to="decision-title" className="rounded-mark font-strong text-accent hover:underline print:hidden">
            {latest ? "Reasons and history" : "Decide"}
          </JumpLink>
        </p>
      </dd>
    </div>
  );
}
