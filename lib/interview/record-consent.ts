import type { ConsentBody } from "../contract/interview.ts";
import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { asMember } from "./as-member.ts";
import { assertOpen } from "./writable-session.ts";

/**
 * Keeps that the candidate agreed to be recorded: which words, and when. The first consent to the same words stands. One that a member
 * or a key of the organisation sends is kept as theirs, and gives way to the candidate's own.
 * @param asker who is known to have sent it, besides by the token
 * @throws AppError `interview_not_found`, `invitation_revoked`, `invitation_expired`
 */
export function recordConsent(body: ConsentBody, asker: Actor | null = null): Promise<void> {
  return transaction(async (db) => {
    const interview = isUuid(body.interview_token) ? await interviews.findByToken(db, body.interview_token) : null;
    if (!interview) throw new AppError("interview_not_found", "Interview not found. Check the interview_token.");
    await assertOpen(db, interview);
    const { id, organizationId, candidateId } = interview;
    const member = await asMember(db, asker, organizationId);
    const detail = { version: body.consent_version };
    if (!(await interviews.storeConsent(db, id, body.consent_version, member?.id ?? null))) return;
    const candidate = { kind: "candidate", id: String(candidateId), organizationId } as const;
    const action = member ? "consent.given_for_candidate" : "consent.given";
    await auditEvents.append(db, member ?? candidate, action, { kind: "interview", id, detail });
  });
}
