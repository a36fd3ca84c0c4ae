import type { Db } from "../../db/client.ts";
import { transaction } from "../../db/client.ts";
import { databaseNow } from "../../db/clock.ts";
import type { DeliveryToSend, Lane } from "../../db/webhook-deliveries.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import { nextDelayMs } from "../../domain/webhook-retries.ts";
import { wakeLane } from "../../events/wake-feed.ts";
import { logger } from "../../logger.ts";
import { type Attempted, hasArrived, keepAttempt, stopWhenGone, stopWhenUnreadable } from "./attempt.ts";

/**
 * Keeps what came of a claimed delivery, and says when it is tried again.
 * @param slow whether its receiver keeps us waiting
 * @returns whether the next one of the interview may be sent
 */
export function settle(lane: Lane, claimed: DeliveryToSend, answer: Attempted, slow: boolean): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await keepAttempt(tx, claimed, answer))) return false;
    if (hasArrived(answer)) {
      await deliveries.markDelivered(tx, claimed.id);
      return true;
    }
    if (await stopWhenUnreadable(tx, lane.webhookId, answer)) return false;
    if (await stopWhenGone(tx, lane.webhookId, answer)) {
      await deliveries.markFailed(tx, claimed.id);
      return false;
    }
    const delayMs = nextDelayMs(claimed.attemptCount + 1, answer.retryAfterSeconds);
    if (delayMs === null) {
      await deliveries.markFailed(tx, claimed.id);
      await stopForGood(tx, claimed);
      return false;
    }
    const startAfter = new Date((await databaseNow(tx)).getTime() + delayMs);
    if (await deliveries.postpone(tx, claimed, startAfter)) await wakeLane(tx, lane, { slow, startAfter });
    return false;
  });
}

async function stopForGood(tx: Db, { event, webhook }: DeliveryToSend): Promise<void> {
  const reason = `An event (${event.type}) could not be delivered for three days.`;
  if (await webhooks.disable(tx, webhook.id, reason)) {
    logger.warn({ webhook_id: webhook.id }, "a webhook was disabled after three days without success");
  }
}
