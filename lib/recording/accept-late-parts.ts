import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as lateParts from "../db/late-parts.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/**
 * Lets parts of a finished interview's recording come that are later than the time for them, or than a decision. It holds for some
 * days, until somebody decides again. New segments are never opened after the end.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `interview_not_completed`
 */
export function acceptLateParts(actor: Actor, interviewId: string): Promise<lateParts.LateParts> {
  return transaction(async (tx) => {
    const interview = isUuid(interviewId) ? await reviews.findSession(tx, actor.organizationId, interviewId) : null;
    if (!interview) throw new AppError("interview_not_found");
    const { session } = interview;
    const found = session && (await lateParts.accept(tx, session.id)) ? await lateParts.find(tx, session.id) : null;
    if (!found) {
      throw new AppError("interview_not_completed:late_parts");
    }
    const detail = { waiting: found.missing };
    await auditEvents.append(tx, actor, "recording.late_parts_accepted", {
      kind: "interview",
      id: interviewId,
      detail,
    });
    return found;
  });
}
