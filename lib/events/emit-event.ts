import type { EventDetails } from "../contract/v1/webhook-events.ts";
import type { Db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as webhookEvents from "../db/webhook-events.ts";
import * as webhooks from "../db/webhooks.ts";
import type { EventType } from "../domain/event-types.ts";
import { env } from "../env.ts";
import { wakeFeed } from "./wake-feed.ts";

export type NewEvent<T extends EventType> = {
  organizationId: string;
  interviewId: string;
  type: T;
  /** What this event says besides the ids that each one carries. Ids, status words and times only. */
  data: EventDetails<T>;
};

/**
 * Tells the organisation's webhooks that something happened, inside the transaction that makes it happen: if that rolls back,
 * nothing is sent. Without a webhook it costs one indexed query and nothing is stored. With one, it is stored even where none
 * works or wants it: whoever changes their mind can have it sent later (lib/webhooks/manage/replay-missed.ts).
 *
 * Call it last in the transaction: events of one interview wait for each other from here to its end.
 */
export async function emitEvent<T extends EventType>(tx: Db, event: NewEvent<T>): Promise<void> {
  const { organizationId, interviewId, type, data } = event;
  const all = await webhooks.listListening(tx, organizationId);
  if (all.length === 0) return;
  await webhookEvents.holdOrder(tx, interviewId);
  const ids = await webhookEvents.describeInterview(tx, organizationId, interviewId);
  const at = await databaseNow(tx);
  const payload = { type, timestamp: at.toISOString(), data: { ...aboutInterview(interviewId, ids), ...data } };
  const wanting = all.filter(({ disabledAt, events }) => !disabledAt && (events.length === 0 || events.includes(type)));
  const webhookIds = wanting.map(({ id }) => id);
  await webhookEvents.append(tx, { organizationId, interviewId, type, payload, at }, webhookIds);
  for (const { id: webhookId, slowSince } of wanting) {
    await wakeFeed(tx, { webhookId, interviewId }, { slow: slowSince !== null });
  }
}

function aboutInterview(
  interviewId: string,
  { externalId, candidate, candidateId, session }: webhookEvents.InterviewIds,
) {
  const { publicUrl } = env();
  const ofSession = (what: string) =>
    session && `${publicUrl}/api/interview/${what}/${candidateId}?session_id=${session.publicId}`;
  return {
    interview_id: interviewId,
    interview_external_id: externalId,
    candidate_id: candidateId,
    candidate_external_id: candidate.externalId,
    session_id: session?.publicId ?? null,
    links: {
      review: `${publicUrl}/interviews/${interviewId}`,
      analysis: ofSession("analysis"),
      recording: ofSession("recording"),
    },
  };
}
