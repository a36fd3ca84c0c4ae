import * as analyses from "../db/analyses.ts";
import type { Db } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import { emitEvent } from "../events/emit-event.ts";
import { addJob } from "../queue/add-job.ts";
import { event, type Happened } from "../words/happened.ts";

type Ended = { id: string; organizationId: string; interviewId: string };

/**
 * What the end of a session brings with it, whoever ends it. Nothing happens when another call was faster.
 * @param line of the session's log: why it ended
 */
export async function finishSession(tx: Db, session: Ended, line: Happened): Promise<void> {
  if (!(await sessions.complete(tx, session.id))) return;
  await events.append(tx, { sessionId: session.id, kind: "log", ...line });
  await noteMissingRecording(tx, session.id);
  await addJob(tx, "recording.finalize", { sessionId: session.id });
  await addJob(tx, "analysis.run", { analysisId: await analyses.createNext(tx, session) });
  await emitEvent(tx, {
    organizationId: session.organizationId,
    interviewId: session.interviewId,
    type: "interview.completed",
    data: { ended_at: new Date().toISOString() },
  });
}

async function noteMissingRecording(tx: Db, sessionId: string): Promise<void> {
  const { status } = await recordings.get(tx, sessionId);
  if (status !== "not_started") return;
  await events.append(tx, {
    sessionId,
    kind: "technical_issue",
    ...event("no_media_received"),
  });
}
