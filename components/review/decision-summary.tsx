import { buttonLook } from "@/components/ui/button.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Review } from "@/lib/contract/review.ts";
import { JumpLink } from "./jump-link.tsx";
import { VERDICT_WORDS } from "./words.ts";

/** What was decided, and the way to the form: beside the recording, because that is where the eyes are. */
export function DecisionSummary({ state, decisions: [latest] }: Pick<Review, "state" | "decisions">) {
  if (state !== "completed") return null;
  const said = latest && VERDICT_WORDS[latest.decision];
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
      {said ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <StatusPill tone={said.tone} icon={said.icon}>
            {said.label}
          </StatusPill>
          <span className="text-muted">decided by {latest.by}</span>
        </p>
      ) : (
        <p className="text-sm text-muted">Nobody has decided yet.</p>
      )}
      <JumpLink to="decision-title" className={buttonLook({ size: "small" }, "print:hidden")}>
        {said ? "Reasons and history" : "Decide"}
      </JumpLink>
    </div>
  );
}
