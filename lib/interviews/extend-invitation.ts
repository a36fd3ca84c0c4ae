import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import type { ListedRow } from "../db/interview-list.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { getInterview } from "./read.ts";

/**
 * Keeps an invitation open until `until`, or opens it again. Time is never taken away: somebody may be in the middle of it.
 * @throws AppError `interview_not_found`, `interview_completed`, `invitation_revoked`; `invalid_fields` where it is open longer
 * already
 */
export function extendInvitation(
  interviewId: string,
  until: { field: string; at: Date },
  actor: Actor,
): Promise<ListedRow> {
  return transaction(async (tx) => {
    const interview = await getInterview(interviewId, actor);
    if (interview.sessionStatus === "completed") {
      throw new AppError("interview_completed:more_time");
    }
    if (interview.revokedAt) throw new AppError("invitation_revoked:more_time");
    if (until.at < interview.expiresAt) {
      const end = interview.expiresAt.toISOString();
      throw new AppError("invalid_fields", { issues: [{ path: until.field, key: "not_before_end", params: { end } }] });
    }
    await interviews.keepOpenUntil(tx, interview.id, until.at);
    await auditEvents.append(tx, actor, "invitation.extended", {
      kind: "interview",
      id: interview.id,
      detail: { until: until.at.toISOString() },
    });
    return { ...interview, expiresAt: until.at };
  });
}
