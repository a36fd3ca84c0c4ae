import { db } from "../db/client.ts";
import * as lateParts from "../db/late-parts.ts";
import * as segments from "../db/segments.ts";
import { AppError } from "../errors.ts";
import { assertWithinQuota } from "../sitting/session-limit.ts";
import { finalizeAgain } from "./finalize-again.ts";
import { getUploadableSession } from "./uploadable-session.ts";

/**
 * The recorder of a segment has stopped after this many parts: from now on, what is missing is known to be missing.
 * A part beyond the end is taken like any other. Once the recording is closed this is still heard, so that people know what waits
 * at the candidate, and changes no file. Asked twice, answered twice.
 * @throws AppError `session_not_found`, `invitation_revoked`, `recording_not_found`, `session_limit_reached`
 */
export async function closeSegment(sessionId: string, index: number, parts: number): Promise<void> {
  const session = await getUploadableSession(db(), sessionId);
  const segment = await segments.find(db(), session.id, index);
  if (!segment) throw new AppError("recording_not_found:segment");
  const isNews = await segments.close(db(), segment.id, parts);
  if (!isNews) await assertWithinQuota(session.id, { parts: Math.max(0, parts - segment.partSpan) });
  if (isNews && session.status === "completed" && (await lateParts.isOpen(db(), session.id))) {
    await finalizeAgain(session.id);
  }
}
