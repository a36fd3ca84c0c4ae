import type { ConsentBody } from "../contract/interview.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as consents from "../db/consents.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { asMember } from "../members/as-member.ts";
import { consentWordsFor } from "./consent-words.ts";
import { assertOpen } from "./writable-session.ts";

/**
 * Keeps that the candidate agreed to be recorded: to which exact words, and when. None is ever overwritten; the same again adds nothing.
 * Words that this interview's candidate did not have before them are no consent. One that a member or a key of the organisation sends is
 * kept as theirs, and gives way to the candidate's own.
 * @param asker who is known to have sent it, besides by the token
 * @throws AppError `interview_not_found`, `invitation_revoked`, `invitation_expired`, `consent_unknown`
 */
export function recordConsent(body: ConsentBody, asker: Actor | null = null): Promise<void> {
  return transaction(async (tx) => {
    const interview = isUuid(body.interview_token) ? await interviews.findByToken(tx, body.interview_token) : null;
    if (!interview) throw new AppError("interview_not_found:documented");
    await assertOpen(tx, interview);
    const { id, organizationId, candidateId } = interview;
    const hash = await agreedTo(tx, id, body);
    const version = body.consent_version;
    const member = await asMember(tx, asker, organizationId);
    const byId = member?.id ?? null;
    if (!(await consents.give(tx, id, { hash, version, byId }))) return;
    await interviews.storeConsent(tx, id, version, byId);
    const candidate = { kind: "candidate", id: String(candidateId), organizationId } as const;
    const subject = { kind: "interview", id, detail: { hash, version } };
    await auditEvents.append(
      tx,
      member ?? candidate,
      member ? "consent.given_for_candidate" : "consent.given",
      subject,
    );
  });
}

/** The hash of what is named: words that were shown, or those that the link shows now. */
async function agreedTo(tx: Db, interviewId: string, body: ConsentBody): Promise<string> {
  const { consent_hash: hash, consent_version: version } = body;
  const shown = await consents.findShown(tx, interviewId, { hash: hash ?? undefined, version });
  if (shown) return shown.hash;
  const { kept } = await consentWordsFor(tx, await interviews.getWithSession(tx, interviewId));
  if (hash == null ? version !== kept.version : hash !== kept.hash) {
    throw new AppError("consent_unknown");
  }
  await consents.keepShown(tx, interviewId, kept);
  return kept.hash;
}
