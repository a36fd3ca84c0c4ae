import type { Db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import { isCorrectable } from "../domain/heard-words.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { assertOpen, getSession } from "./writable-session.ts";

/**
 * A session whose candidate may read and put right what was heard: it goes on, or has ended a moment ago.
 * @throws AppError `session_not_found`, `erased`, `session_ended`, `invitation_revoked`, `invitation_expired`, `deletion_requested`
 */
export async function getCorrectableSession(db: Db, sessionId: string) {
  const session = await getSession(db, sessionId);
  const { endedAt, interview } = session;
  if (!endedAt) await assertOpen(db, interview);
  else if (interview.revokedAt) throw new AppError("invitation_revoked");
  else if (!isCorrectable(endedAt, await databaseNow(db))) throw new AppError("session_ended");
  await assertUnrestricted(db, { sessionId });
  return session;
}
