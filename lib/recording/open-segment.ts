import type { OpenSegmentBody } from "../contract/upload.ts";
import { transaction } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import { getUploadableSession } from "./uploadable-session.ts";

/**
 * Announces one start of the recorder. The same `client_key` again opens nothing new.
 * @returns the segment's number, 0 for the first
 * @throws AppError `session_not_found`, `invitation_revoked`
 */
export function openSegment(sessionId: string, body: OpenSegmentBody): Promise<number> {
  return transaction(async (tx) => {
    const session = await getUploadableSession(tx, sessionId);
    return segments.openOnce(tx, { sessionId: session.id, clientKey: body.client_key, mimeType: body.mime_type });
  });
}
