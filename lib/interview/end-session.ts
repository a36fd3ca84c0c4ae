import * as analyses from "../db/analyses.ts";
import { type Db, transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import { addJob } from "../queue/add-job.ts";
import { assertOpen, getSession } from "./writable-session.ts";

/**
 * Ends a session and starts what follows, all or nothing: the recording is made seekable and the answers are analysed.
 * Asked twice, answered twice.
 * @throws AppError `session_not_found`, `invitation_revoked`, `invitation_expired`
 */
export function endSession(sessionId: string): Promise<void> {
  return transaction(async (db) => {
    const session = await getSession(db, sessionId);
    if (session.status === "completed") return;
    assertOpen(session.interview);
    if (!(await sessions.complete(db, session.id))) return; // another call was faster
    await events.append(db, {
      sessionId: session.id,
      kind: "log",
      code: "session_ended",
      message: "The interview session ended.",
    });
    await noteMissingRecording(db, session.id);
    await addJob(db, "recording.finalize", { sessionId: session.id });
    await addJob(db, "analysis.run", { analysisId: await analyses.createNext(db, session) });
  });
}

async function noteMissingRecording(db: Db, sessionId: string): Promise<void> {
  const { status } = await recordings.get(db, sessionId);
  if (status !== "not_started") return;
  await events.append(db, {
    sessionId,
    kind: "technical_issue",
    code: "no_media_received",
    message: "No part of a recording was received during this interview.",
  });
}
