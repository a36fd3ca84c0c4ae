import type { Db } from "../db/client.ts";
import { AppError } from "../errors.ts";
import { getSession } from "../sitting/writable-session.ts";

/**
 * A session whose recording is asked about or added to: one of a withdrawn invitation takes nothing more. What was recorded may
 * still arrive after the invitation has run out, and after the end for a time (lib/db/late-parts.ts).
 * @throws AppError `session_not_found`, `invitation_revoked`
 */
export async function getUploadableSession(db: Db, sessionId: string) {
  const session = await getSession(db, sessionId);
  assertNotRevoked(session.interview);
  return session;
}

export function recordingClosed(): AppError {
  return new AppError("recording_closed");
}

/** @throws AppError `invitation_revoked` */
export function assertNotRevoked({ revokedAt }: { revokedAt: Date | null }): void {
  if (revokedAt) {
    throw new AppError("invitation_revoked");
  }
}
