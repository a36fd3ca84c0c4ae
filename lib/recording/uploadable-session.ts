import type { Db } from "../db/client.ts";
import { AppError } from "../errors.ts";
import { getSession } from "../interview/writable-session.ts";

/**
 * The rule for media: a withdrawn invitation takes nothing more, but what was recorded may still arrive after the
 * interview has ended or the invitation has run out. Nothing that was said is refused for being late.
 * @throws AppError `session_not_found`, `invitation_revoked`
 */
export async function getUploadableSession(db: Db, sessionId: string) {
  const session = await getSession(db, sessionId);
  assertNotRevoked(session.interview);
  return session;
}

/** @throws AppError `invitation_revoked` */
export function assertNotRevoked({ revokedAt }: { revokedAt: Date | null }): void {
  if (revokedAt) {
    throw new AppError("invitation_revoked", "This invitation was withdrawn. Please ask the people who invited you.");
  }
}
