import { db, transaction } from "../../db/client.ts";
import { databaseNow } from "../../db/clock.ts";
import type { DeliveryToSend, Feed } from "../../db/webhook-deliveries.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import { LEASE_MS, nextStep, type Pace, QUICK_MS, type Step } from "../../domain/webhook-delivery.ts";
import { wakeFeed } from "../../events/wake-feed.ts";
import { leaseAndSettle } from "../../queue/lease.ts";
import { attempt } from "./attempt.ts";
import { finishLater } from "./finish-later.ts";
import { configuredNetwork, type Network } from "./network.ts";
import { settle } from "./settle.ts";
import { within } from "./within.ts";

const LATER_MS = 5 * 60_000;

/** Others have their turn after this. */
const TURN_MS = 2_000;

/**
 * Sends what an interview has for a webhook, in order: what has not arrived holds back what comes after it. One worker at a
 * time sends for the two, because it leases the oldest delivery; whoever finds it leased looks again when the lease is over, so that
 * no event is lost with a worker. At least once: a worker that dies after the answer came has it sent again.
 *
 * A quick worker is held for a turn and one quick exchange at most, whatever receivers do: an exchange that takes longer goes on
 * without it, and all else for its webhook is sent by slow ones until the receiver answers quickly again.
 */
export async function deliver(feed: Feed, network: Network = configuredNetwork(), pace: Pace = "quick"): Promise<void> {
  const turnEnds = performance.now() + TURN_MS;
  for (;;) {
    const delivery = await deliveries.findNext(db(), feed);
    const sender = { by: "schedule", pace, turnIsOver: performance.now() > turnEnds } as const;
    const step = nextStep({ delivery, sender, outcome: null, now: await databaseNow(db()) });
    if (!delivery || step.kind === "stop") return;
    if (step.kind === "wait") return lookAgain(feed, delivery.webhook.slowSince !== null, step.until);
    if (!(await send(feed, delivery, network, pace))) return;
  }
}

/** @returns whether it has arrived, so that the next one may be sent */
async function send(feed: Feed, delivery: DeliveryToSend, network: Network, pace: Pace): Promise<boolean> {
  const sender = { by: "schedule", pace, turnIsOver: false } as const;
  const wasSlow = delivery.webhook.slowSince !== null;
  const lease = await leaseAndSettle(delivery, {
    leaseMs: LEASE_MS,
    take: deliveries.lease,
    work: (held) => attempt(held, network),
    settle: (tx, held, answer) => settle(tx, held, answer, sender),
  });
  if (!lease.isMine) {
    await lookAgain(feed, wasSlow, lease.until);
    return false;
  }
  const isSlow = (await within(QUICK_MS, lease.outcome)) === undefined;
  if (isSlow !== wasSlow) await webhooks.setSlow(db(), feed.webhookId, isSlow);
  if (!isSlow || pace === "slow") return hasArrived(await lease.settled);
  await lookAgain(feed, true, lease.until); // should this process die
  finishLater(goOn(feed, lease.settled));
  return false;
}

async function goOn(feed: Feed, settled: Promise<Step>): Promise<void> {
  if (hasArrived(await settled)) await lookAgain(feed, true, await databaseNow(db()));
}

function hasArrived(step: Step): boolean {
  return step.kind === "stop" && step.reason === "delivered";
}

/** The job itself failed for hours: the events are still there. */
export async function deliverLater(feed: Feed): Promise<void> {
  return lookAgain(feed, false, new Date((await databaseNow(db())).getTime() + LATER_MS));
}

function lookAgain(feed: Feed, slow: boolean, startAfter: Date): Promise<void> {
  return transaction((tx) => wakeFeed(tx, feed, { slow, startAfter }));
}
