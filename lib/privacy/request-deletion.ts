import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { emitEvent } from "../events/emit-event.ts";
import { asMember } from "../members/as-member.ts";

/**
 * The candidate asks for what is kept about them to be deleted: from this transaction on nothing is done with their interviews
 * (lib/restriction/assert-unrestricted.ts), recruiters see it there, webhooks are told. Their link is enough for that, also when the
 * invitation is over. Asked twice, kept and told once. Whoever invited them holds that link, too: from a member or a key of the
 * organisation it is not taken for the candidate's wish.
 * @param asker who is known to have sent it, besides by the token
 * @throws AppError `interview_not_found`, `forbidden`
 */
export async function requestDeletion(interviewToken: string, asker: Actor | null = null): Promise<void> {
  await transaction(async (tx) => {
    const interview = isUuid(interviewToken) ? await interviews.findByToken(tx, interviewToken) : null;
    if (!interview) throw new AppError("interview_not_found:documented");
    const { organizationId, candidateId, id: interviewId } = interview;
    if (await asMember(tx, asker, organizationId)) {
      throw new AppError("forbidden:ask_for_deletion");
    }
    const at = await deletionRequests.add(tx, { organizationId, candidateId, interviewId });
    if (!at) return;
    const candidate = { organizationId, kind: "candidate" as const, id: String(candidateId) };
    const subject = { kind: "candidate", id: String(candidateId), detail: { interview_id: interviewId } };
    await auditEvents.append(tx, candidate, "candidate.deletion_requested", subject);
    const data = { requested_at: at.toISOString() };
    await emitEvent(tx, { organizationId, interviewId, type: "candidate.deletion_requested", data });
  });
}
