import type { ConsentBody } from "../contract/interview.ts";
import { transaction } from "../db/client.ts";
import * as interviews from "../db/interviews.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertOpen } from "./writable-session.ts";

/**
 * Keeps that the candidate agreed to be recorded: which words, and when. The first consent to the same words stands.
 * @throws AppError `interview_not_found`, `invitation_revoked`, `invitation_expired`
 */
export function recordConsent(body: ConsentBody): Promise<void> {
  return transaction(async (db) => {
    const interview = isUuid(body.interview_token) ? await interviews.findByToken(db, body.interview_token) : null;
    if (!interview) throw new AppError("interview_not_found", "Interview not found. Check the interview_token.");
    assertOpen(interview);
    await interviews.storeConsent(db, interview.id, body.consent_version);
  });
}
