import type { Db } from "../../db/client.ts";
import { databaseNow } from "../../db/clock.ts";
import type { DeliveryToSend } from "../../db/webhook-deliveries.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import { nextStep, QUICK_MS, type Sender, type Step, type StopReason } from "../../domain/webhook-delivery.ts";
import { wakeFeed } from "../../events/wake-feed.ts";
import { logger } from "../../logger.ts";
import type { Attempted } from "./attempt.ts";
import { whyDisabled } from "./why-disabled.ts";

/**
 * Keeps what came of a try, and stores what follows from it.
 * @returns what is next for the delivery, which has its job where it needs one
 */
export async function settle(tx: Db, delivery: DeliveryToSend, answer: Attempted, sender: Sender): Promise<Step> {
  const { status: responseStatus, body: responseBody, error, durationMs } = answer;
  const kept = await deliveries.addAttempt(tx, delivery.id, { responseStatus, responseBody, error, durationMs });
  if (!kept) return { kind: "stop", reason: "absent" };
  const now = await databaseNow(tx);
  const step = nextStep({ delivery, sender, outcome: answer, now });
  if (step.kind === "stop") await stop(tx, delivery, step.reason, sender);
  if (step.kind === "wait") await postpone(tx, delivery, step.until, durationMs >= QUICK_MS);
  return step;
}

async function postpone(tx: Db, delivery: DeliveryToSend, startAfter: Date, slow: boolean): Promise<void> {
  const { interviewId } = delivery.event;
  if (!interviewId || !(await deliveries.postpone(tx, delivery, startAfter))) return;
  await wakeFeed(tx, { webhookId: delivery.webhook.id, interviewId }, { slow, startAfter });
}

async function stop(tx: Db, delivery: DeliveryToSend, reason: StopReason, sender: Sender): Promise<void> {
  const { id, event, webhook } = delivery;
  if (reason === "delivered") return deliveries.markDelivered(tx, id);
  if (isLast(delivery, reason, sender)) await deliveries.markFailed(tx, id);
  const why = whyDisabled(reason, event.type);
  const disabled = why !== null && (await webhooks.disable(tx, webhook.id, why));
  if (disabled) logger.warn({ webhook_id: webhook.id, reason }, "a webhook was disabled");
}

/** Whether nothing will try it by itself any more. A test event is only ever sent because a person asked. */
function isLast({ event }: DeliveryToSend, reason: StopReason, { by }: Sender): boolean {
  return by === "schedule" ? reason !== "unreadable_secret" : event.interviewId === null;
}
