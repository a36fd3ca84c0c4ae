import type { DecisionBody, ReviewDecision } from "../contract/review.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
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
 * @throws AppError `interview_not_found`: absent and not yours look the same; `interview_not_completed`; `forbidden` when
 *   it is not a person who decides
 */
export async function decide(
  { interviewId, decision, reason, deciderId }: Decide,
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
