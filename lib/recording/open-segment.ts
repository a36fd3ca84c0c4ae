import type { OpenSegmentBody } from "../contract/upload.ts";
import { transaction } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import { mostOf } from "../domain/session-quota.ts";
import { AppError } from "../errors.ts";
import { sessionLimitReached } from "../interview/session-limit.ts";
import { TAKEN_OVER } from "./claim-session.ts";
import { getUploadableSession } from "./uploadable-session.ts";

/**
 * Announces one start of the recorder. The same `client_key` again opens nothing new, also under a claim that has been
 * taken over since: what was recorded in time may still arrive.
 * @returns the segment's number, 0 for the first
 * @throws AppError `session_not_found`, `invitation_revoked`, `session_taken_over`, `session_limit_reached`
 */
export function openSegment(sessionId: string, body: OpenSegmentBody): Promise<number> {
  return transaction(async (tx) => {
    const session = await getUploadableSession(tx, sessionId);
    const epoch = body.epoch ?? session.epoch;
    if (epoch !== session.epoch) {
      const existing = await segments.findByClientKey(tx, session.id, body.client_key);
      if (!existing) throw new AppError("session_taken_over", TAKEN_OVER);
      return existing.index;
    }
    const { client_key: clientKey, mime_type: mimeType } = body;
    const index = await segments.openOnce(tx, { sessionId: session.id, clientKey, mimeType, epoch });
    if (index === null) throw sessionLimitReached({ name: "segments", most: mostOf(session.quota, "segments") });
    return index;
  });
}
