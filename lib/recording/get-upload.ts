import { db } from "../db/client.ts";
import * as lateParts from "../db/late-parts.ts";
import * as segments from "../db/segments.ts";
import { getUploadableSession } from "./uploadable-session.ts";

/**
 * What has arrived so far, for a client that comes back. The session's id is its credential, as for sending.
 * @throws AppError `session_not_found`, `invitation_revoked`
 */
export async function getUpload(sessionId: string) {
  const session = await getUploadableSession(db(), sessionId);
  const [acceptsParts, arrived] = await Promise.all([
    lateParts.isOpen(db(), session.id),
    segments.listArrived(db(), session.id),
  ]);
  return { sessionId: session.id, status: session.status, acceptsParts, segments: arrived };
}
