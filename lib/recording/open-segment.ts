import type { OpenSegmentBody } from "../contract/upload.ts";
import { transaction } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import * as sessions from "../db/sessions.ts";
import type { Actor } from "../domain/actor.ts";
import { mostOf } from "../domain/session-quota.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";
import { assertConsented } from "../sitting/assert-consented.ts";
import { sessionLimitReached } from "../sitting/session-limit.ts";
import { getUploadableSession, recordingClosed } from "./uploadable-session.ts";

/**
 * Announces one start of the recorder, while the interview lasts. The same `client_key` again opens nothing new, also after the end
 * and under a claim that has been taken over since: what was recorded in time may still arrive.
 * @returns the segment's number, 0 for the first
 * @throws AppError `session_not_found`, `invitation_revoked`, `recording_closed`, `session_taken_over`, `session_limit_reached`,
 * `deletion_requested`, `consent_required`
 */
export function openSegment(sessionId: string, body: OpenSegmentBody, program: Actor | null = null): Promise<number> {
  return transaction(async (tx) => {
    const session = await getUploadableSession(tx, sessionId);
    await assertUnrestricted(tx, session);
    await assertConsented(tx, { sessionId: session.id }, program);
    const { client_key: clientKey, mime_type: mimeType } = body;
    const existing = await segments.findByClientKey(tx, session.id, clientKey);
    if (existing) return existing.index;
    if (!(await sessions.holdActive(tx, session.id))) throw recordingClosed();
    const epoch = body.epoch ?? session.epoch;
    if (epoch !== session.epoch) throw new AppError("session_taken_over");
    const index = await segments.openOnce(tx, { sessionId: session.id, clientKey, mimeType, epoch });
    if (index === null) throw sessionLimitReached({ name: "segments", most: mostOf(session.quota, "segments") });
    return index;
  });
}
