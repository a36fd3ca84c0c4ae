import { db, transaction } from "../../db/client.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import { wakeFeed } from "../../events/wake-feed.ts";
import { attempt } from "./attempt.ts";
import { configuredNetwork, type Network } from "./network.ts";
import { settle } from "./settle.ts";

/**
 * Tries one delivery once, because somebody asked for it: a test event, or one that is sent again by hand. It is outside the order
 * and the schedule: when it fails, what was going to happen by itself still does.
 */
export async function sendOnce({ deliveryId }: { deliveryId: string }, network: Network = configuredNetwork()) {
  const delivery = await deliveries.findToSend(db(), deliveryId);
  if (!delivery) return;
  const answer = await attempt(delivery, network);
  const { event, webhook } = delivery;
  await transaction(async (tx) => {
    const step = await settle(tx, delivery, answer, { by: "person" });
    if (step.kind !== "stop" || step.reason !== "delivered" || !event.interviewId) return;
    // What it may have held back can go now.
    const feed = { webhookId: webhook.id, interviewId: event.interviewId };
    await wakeFeed(tx, feed, { slow: webhook.slowSince !== null });
  });
}

/** The last attempt to send it was cut short, as by a process that died. A test event has failed with that; all else goes on by itself. */
export async function giveUpSending({ deliveryId }: { deliveryId: string }): Promise<void> {
  const delivery = await deliveries.findToSend(db(), deliveryId);
  if (delivery && !delivery.event.interviewId) await deliveries.markFailed(db(), deliveryId);
}
