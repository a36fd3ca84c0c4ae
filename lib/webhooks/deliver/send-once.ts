import { db, transaction } from "../../db/client.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import { wakeLane } from "../../events/wake-feed.ts";
import { attempt, hasArrived, keepAttempt, stopWhenGone, stopWhenUnreadable } from "./attempt.ts";
import { configuredNetwork, type Network } from "./network.ts";

/**
 * Tries one delivery once, because somebody asked for it: a test event, or one that is sent again by hand. It is outside the order
 * and the schedule: when it fails, what was going to happen by itself still does.
 */
export async function sendOnce({ deliveryId }: { deliveryId: string }, network: Network = configuredNetwork()) {
  const delivery = await deliveries.findToSend(db(), deliveryId);
  if (!delivery) return;
  const answer = await attempt(delivery, network);
  const { event, webhook } = delivery;
  const { interviewId } = event;
  await transaction(async (tx) => {
    if (!(await keepAttempt(tx, delivery, answer))) return;
    await stopWhenUnreadable(tx, webhook.id, answer);
    await stopWhenGone(tx, webhook.id, answer);
    if (!hasArrived(answer)) {
      if (!interviewId) await deliveries.markFailed(tx, deliveryId); // a test: nothing else will try it
      return;
    }
    await deliveries.markDelivered(tx, deliveryId);
    // What it may have held back can go now.
    if (interviewId) {
      await wakeLane(tx, { webhookId: webhook.id, interviewId }, { slow: webhook.slowSince !== null });
    }
  });
}

/** The last attempt to send it was cut short, as by a process that died. A test event has failed with that; all else goes on by itself. */
export async function giveUpSending({ deliveryId }: { deliveryId: string }): Promise<void> {
  const delivery = await deliveries.findToSend(db(), deliveryId);
  if (delivery && !delivery.event.interviewId) await deliveries.markFailed(db(), deliveryId);
}
