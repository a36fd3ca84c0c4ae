import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import type { Actor } from "../domain/actor.ts";
import { interviewState } from "../domain/interview-state.ts";
import { AppError } from "../errors.ts";
import { invitationUrl } from "./invitation-url.ts";
import { getInterview } from "./read.ts";

/**
 * The candidate's link again, while it opens something. Who read it is written down: whoever holds it may take the interview.
 * @throws AppError `interview_not_found`, `interview_completed`, `invitation_revoked`, `invitation_expired`
 */
export function getLink(interviewId: string, actor: Actor): Promise<{ id: string; token: string; url: string }> {
  return transaction(async (tx) => {
    const interview = await getInterview(interviewId, actor);
    switch (interviewState(interview, await databaseNow(tx))) {
      case "completed":
        throw new AppError("interview_completed:link");
      case "revoked":
        throw new AppError("invitation_revoked:link");
      case "expired":
        throw new AppError("invitation_expired:link");
    }
    await auditEvents.append(tx, actor, "invitation.link_read", { kind: "interview", id: interview.id });
    return { id: interview.id, token: interview.token, url: invitationUrl(interview.token) };
  });
}
