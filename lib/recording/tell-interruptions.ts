import { db, transaction } from "../db/client.ts";
import * as sessions from "../db/sessions.ts";
import * as webhookEvents from "../db/webhook-events.ts";
import { INTERRUPTED_AFTER_MS } from "../domain/presence.ts";
import { emitEvent } from "../events/emit-event.ts";
import { describeError, logger } from "../logger.ts";

const AT_ONCE = 100;

/**
 * Tells webhooks which candidates have fallen silent, once for each silence. What has been told stands among the events, so any
 * number of workers may do this at the same time.
 */
export async function tellInterruptions(now: Date): Promise<void> {
  const silentSince = new Date(now.getTime() - INTERRUPTED_AFTER_MS);
  for (const session of await sessions.listInterrupted(db(), silentSince, AT_ONCE)) {
    // One that fails is tried again at the next tick, and keeps nobody else waiting.
    await tell(session).catch((error) => logger.warn(describeError(error), "an interruption could not be told"));
  }
}

type Silent = Awaited<ReturnType<typeof sessions.listInterrupted>>[number];

async function tell(session: Silent): Promise<void> {
  const { organizationId, interviewId, lastSeenAt } = session;
  await transaction(async (tx) => {
    if (!(await sessions.holdSilent(tx, session))) return; // the candidate is back
    if (await webhookEvents.hasSince(tx, interviewId, "interview.interrupted", lastSeenAt)) return; // another worker was faster
    const data = { last_seen_at: lastSeenAt.toISOString() };
    await emitEvent(tx, { organizationId, interviewId, type: "interview.interrupted", data });
  });
}
