import { db } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import { getUploadableSession } from "./uploadable-session.ts";

/**
 * What has arrived so far, for a client that comes back. The session's id is its credential, as for sending.
 * @throws AppError `session_not_found`, `invitation_revoked`
 */
export async function getUpload(sessionId: string) {
  const session = await getUploadableSession(db(), sessionId);
  return { sessionId: session.id, status: session.status, segments: await segments.listArrived(db(), session.id) };
}
