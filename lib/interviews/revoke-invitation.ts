import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/**
 * Takes an invitation back: its link and its sitting end at once. Revoked twice, it stays revoked as of the first time.
 * @throws AppError `interview_not_found` when the actor's organisation has no such invitation
 */
export async function revokeInvitation(interviewId: string, actor: Actor): Promise<interviews.InterviewRow> {
  const { organizationId } = actor;
  const unknown = new AppError("interview_not_found");
  if (!isUuid(interviewId)) throw unknown;
  return transaction(async (tx) => {
    const revoked = await interviews.markRevoked(tx, organizationId, interviewId);
    const interview = await interviews.find(tx, organizationId, interviewId);
    if (!interview) throw unknown;
    if (revoked) await auditEvents.append(tx, actor, "invitation.revoked", { kind: "interview", id: interviewId });
    return interview;
  });
}
