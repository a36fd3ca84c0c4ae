import type { Db } from "../db/client.ts";
import type { Feed } from "../db/webhook-deliveries.ts";
import { addJob } from "../queue/add-job.ts";

/**
 * Has a worker look at what an interview has for a webhook, now or not before a moment. Receivers that keep us waiting have workers of their
 * own, so that they take none from the others.
 */
export function wakeFeed(
  tx: Db,
  feed: Feed,
  { slow, startAfter }: { slow: boolean; startAfter?: Date },
): Promise<void> {
  const timing = { group: feed.webhookId, ...(startAfter ? { startAfter } : {}) };
  return addJob(tx, slow ? "webhook.deliver-slow" : "webhook.deliver", feed, timing);
}
