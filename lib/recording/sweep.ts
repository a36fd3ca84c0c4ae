import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as recordings from "../db/recordings.ts";
import * as events from "../db/session-events.ts";
import * as sessions from "../db/sessions.ts";
import { ABANDONED_AFTER_MS, PROVISIONAL_AFTER_MS } from "../domain/presence.ts";
import { describeError, logger } from "../logger.ts";
import { addJob } from "../queue/add-job.ts";
import { finishSession } from "../sitting/finish-session.ts";
import { event } from "../words/happened.ts";
import { tellInterruptions } from "./tell-interruptions.ts";

/** A tick takes up this many sessions at most; the next one goes on. */
const AT_ONCE = 100;

/**
 * Looks after candidates who left without a word. What has come from a silent one is processed once per silence, and the
 * session stays open for the rest; it is ended for them when its invitation is long over. Any number of workers may
 * sweep at the same time.
 * @param at other than the database's time: for tests
 */
export async function sweep(at?: Date): Promise<void> {
  const now = at ?? (await databaseNow(db()));
  await tellInterruptions(now);
  const before = (ms: number) => new Date(now.getTime() - ms);
  const silent = await sessions.listSilent(db(), {
    silentSince: before(PROVISIONAL_AFTER_MS),
    overSince: before(ABANDONED_AFTER_MS),
    limit: AT_ONCE,
  });
  for (const session of silent) {
    const { revokedAt, expiresAt } = session.interview;
    const endedAt = revokedAt && revokedAt < expiresAt ? revokedAt : expiresAt;
    const done = endedAt <= before(ABANDONED_AFTER_MS) ? end(session) : processSoFar(session, now);
    // One that fails is tried again at the next tick, and keeps nobody else waiting.
    await done.catch((error) => logger.warn(describeError(error), "a silent session could not be looked after"));
  }
}

type SilentSession = Awaited<ReturnType<typeof sessions.listSilent>>[number];

function end(session: SilentSession): Promise<void> {
  return transaction((tx) => finishSession(tx, session, event("session_abandoned")));
}

async function processSoFar(session: SilentSession, now: Date): Promise<void> {
  await transaction(async (tx) => {
    if (!(await sessions.markProvisional(tx, session, now))) return; // another worker was faster, or the candidate is back
    const { id: sessionId } = session;
    await events.appendWithin(tx, "log_lines", {
      sessionId,
      kind: "log",
      ...event("session_silent"),
    });
    const { status } = await recordings.get(tx, sessionId);
    if (status !== "not_started") await addJob(tx, "recording.finalize", { sessionId });
    if (session.answerCount > 0) {
      await addJob(tx, "analysis.run", { analysisId: await analyses.createNext(tx, session) });
    }
  });
}
