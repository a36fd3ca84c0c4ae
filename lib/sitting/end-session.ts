import { transaction } from "../db/client.ts";
import { event } from "../words/happened.ts";
import { finishSession } from "./finish-session.ts";
import { assertOpen, getSession } from "./writable-session.ts";

/**
 * Ends a session and starts what follows, all or nothing: the recording is made seekable and the answers are analysed.
 * Asked twice, answered twice.
 * @throws AppError `session_not_found`, `invitation_revoked`, `invitation_expired`
 */
export function endSession(sessionId: string): Promise<void> {
  return transaction(async (tx) => {
    const session = await getSession(tx, sessionId);
    if (session.status === "completed") return;
    await assertOpen(tx, session.interview);
    await finishSession(tx, session, event("session_ended"));
  });
}
