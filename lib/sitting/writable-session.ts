import type { Db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as sessions from "../db/sessions.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { erased } from "../restriction/assert-unrestricted.ts";

export const sessionNotFound = () => new AppError("session_not_found:documented");

/** Says why an invitation no longer opens anything, or returns when it does. */
export async function assertOpen(db: Db, interview: { revokedAt: Date | null; expiresAt: Date }): Promise<void> {
  if (interview.revokedAt) {
    throw new AppError("invitation_revoked");
  }
  if (interview.expiresAt <= (await databaseNow(db))) {
    throw new AppError("invitation_expired");
  }
}

/**
 * A session with its invitation, whatever its state.
 * @throws AppError `session_not_found`, `erased`
 */
export async function getSession(db: Db, sessionId: string) {
  const session = isUuid(sessionId) ? await sessions.findWithInvitation(db, sessionId) : null;
  if (!session) throw sessionNotFound();
  if (session.candidate.erasingSince) throw erased();
  return session;
}

/**
 * The rule of every write by session id: the session is active and the invitation behind it is neither revoked nor
 * expired.
 * @throws AppError `session_not_found`, `erased`, `session_ended`, `invitation_revoked`, `invitation_expired`
 */
export async function getWritableSession(db: Db, sessionId: string) {
  const session = await getSession(db, sessionId);
  if (session.status !== "active") throw new AppError("session_ended");
  await assertOpen(db, session.interview);
  return session;
}
