import type { Db } from "../db/client.ts";
import type { Lane } from "../db/webhook-deliveries.ts";
import { addJob } from "../queue/add-job.ts";

/**
 * Has a worker look at what an interview has for a webhook. Receivers that keep us waiting are served from places of their own, so
 * that they take none from the others.
 */
export function wakeLane(
  tx: Db,
  lane: Lane,
  { slow, startAfter }: { slow: boolean; startAfter?: Date },
): Promise<void> {
  const timing = { group: lane.webhookId, ...(startAfter ? { startAfter } : {}) };
  return addJob(tx, slow ? "webhook.deliver-slow" : "webhook.deliver", lane, timing);
}
