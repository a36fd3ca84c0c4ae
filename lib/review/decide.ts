import type { DecisionBody, ReviewDecision } from "../contract/review.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import type { FinalStatus } from "../domain/status.ts";
import { AppError } from "../errors.ts";
import { emitEvent } from "../webhooks/emit-event.ts";
import { presentDecision } from "./present-review.ts";

type Decide = DecisionBody & {
  interviewId: string;
  /** The member who decided, where somebody else sends it for them. */
  deciderId?: string;
};

/**
 * Stores what a person decided about a finished interview, and why. Earlier decisions and the recommendation stay as
 * they are; the latest decision counts.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `interview_not_completed`; `already_decided` when
 *   somebody decided after what `seen_decision_id` names; `forbidden` when it is not a person who decides
 */
export async function decide(
  { interviewId, decision, reason, seen_decision_id: seenId, deciderId }: Decide,
  actor: Actor,
): Promise<ReviewDecision> {
  const { organizationId } = actor;
  const userId = deciderId ?? (actor.kind === "user" ? actor.id : undefined);
  if (!userId) throw new AppError("forbidden", "Only a person may decide.");
  return transaction(async (tx) => {
    const interview = isUuid(interviewId) ? await reviews.findSession(tx, organizationId, interviewId) : null;
    if (!interview) throw new AppError("interview_not_found", "There is no such interview.");
    const { session } = interview;
    if (session?.status !== "completed") {
      throw new AppError("interview_not_completed", "This interview is not finished yet, so it cannot be decided.");
    }
    const [latest, before] = await decisions.lockLatest(tx, session.id, 2);
    if (seenId !== undefined && latest && latest.id !== seenId?.toLowerCase()) {
      const isRepeated = latest.userId === userId && latest.decision === decision && latest.reason === reason;
      // The answer to the first request was lost on its way.
      if (isRepeated && (before?.id ?? null) === (seenId?.toLowerCase() ?? null)) return presentDecision(latest);
      throw alreadyDecided(latest);
    }
    const stored = await decisions.append(tx, { organizationId, sessionId: session.id, userId, decision, reason });
    // The reason stands in the decision; the log only says that there is one.
    await auditEvents.append(tx, actor, "decision.made", {
      kind: "interview",
      id: interviewId,
      detail: { decision_id: stored.id, decision, ...(userId === actor.id ? {} : { decided_by: userId }) },
    });
    const data = { decision_id: stored.id, decision };
    await emitEvent(tx, { organizationId, interviewId, type: "decision.made", data });
    return presentDecision(stored);
  });
}

const DECIDED = {
  passed: "to move forward",
  failed: "to decline",
  needs_review: "that it needs another look",
} as const satisfies Record<FinalStatus, string>;

function alreadyDecided(latest: decisions.DecisionRow): AppError {
  const { by, decision, at } = presentDecision(latest);
  const when = `${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
  return new AppError(
    "already_decided",
    `${by} decided ${DECIDED[decision]}, on ${when}, which you had not seen. Nothing was stored.`,
    { issues: [{ path: "seen_decision_id", message: `is not the latest: that is ${latest.id}` }] },
  );
}
