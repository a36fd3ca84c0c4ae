import type { Db } from "../db/client.ts";
import { db, transaction } from "../db/client.ts";
import type { DeliveryToSend, Lane } from "../db/webhook-deliveries.ts";
import * as deliveries from "../db/webhook-deliveries.ts";
import * as webhooks from "../db/webhooks.ts";
import { nextDelayMs } from "../domain/webhook-retries.ts";
import { logger } from "../logger.ts";
import { addJob } from "../queue/add-job.ts";
import { type Attempted, attempt, hasArrived, keepAttempt, stopWhenGone, stopWhenUnreadable } from "./attempt.ts";
import { configuredNetwork, type Network } from "./network.ts";

/** Outlasts an exchange. A delivery whose worker died is tried again when this is over. */
const CLAIM_MS = 20_000;

const LATER_MS = 5 * 60_000;

/** After so many, others have their turn. */
const IN_A_ROW = 50;

/**
 * Sends what an interview has for a webhook, in order: what has not arrived holds back what comes after it. One worker at a
 * time sends for the two, because it claims the oldest delivery; whoever finds it claimed looks again when the claim is over, so that
 * no event is lost with a worker. At least once: a worker that dies after the answer came has it sent again.
 */
export async function deliver(lane: Lane, network: Network = configuredNetwork()): Promise<void> {
  for (let sent = 0; sent < IN_A_ROW; sent++) {
    const next = await deliveries.findNext(db(), lane);
    if (!next || next.webhook.disabledAt) return;
    const now = Date.now();
    const waitMs = next.nextAttemptAt.getTime() - now;
    // A longer wait is one for the next try, which has its job.
    if (waitMs > 0) return waitMs <= CLAIM_MS ? again(lane, next.nextAttemptAt) : undefined;
    const claimedUntil = new Date(now + CLAIM_MS);
    if (!(await deliveries.claim(db(), next, claimedUntil))) return again(lane, claimedUntil);
    const answer = await attempt(next, network);
    if (!(await settle(lane, { ...next, nextAttemptAt: claimedUntil }, answer))) return;
  }
  await again(lane, new Date());
}

/** The job itself failed for hours: the events are still there. */
export function deliverLater(lane: Lane): Promise<void> {
  return again(lane, new Date(Date.now() + LATER_MS));
}

function again(lane: Lane, startAfter: Date): Promise<void> {
  return transaction((tx) => addJob(tx, "webhook.deliver", lane, { startAfter, group: lane.webhookId }));
}

/** @returns whether the next one may be sent */
function settle(lane: Lane, claimed: DeliveryToSend, answer: Attempted): Promise<boolean> {
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
    const startAfter = new Date(Date.now() + delayMs);
    if (await deliveries.postpone(tx, claimed, startAfter)) {
      await addJob(tx, "webhook.deliver", lane, { startAfter, group: lane.webhookId });
    }
    return false;
  });
}

async function stopForGood(tx: Db, { event, webhook }: DeliveryToSend): Promise<void> {
  const reason = `An event (${event.type}) could not be delivered for three days.`;
  if (await webhooks.disable(tx, webhook.id, reason)) {
    logger.warn({ webhook_id: webhook.id }, "a webhook was disabled after three days without success");
  }
}
