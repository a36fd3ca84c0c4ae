import { db, transaction } from "../../db/client.ts";
import { databaseNow } from "../../db/clock.ts";
import type { DeliveryToSend, Lane } from "../../db/webhook-deliveries.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import { wakeLane } from "../../events/wake-feed.ts";
import { type Attempted, attempt } from "./attempt.ts";
import { finishLater } from "./finish-later.ts";
import { configuredNetwork, type Network } from "./network.ts";
import { settle } from "./settle.ts";
import { within } from "./within.ts";

/** Outlasts an exchange. A delivery whose worker died is tried again when this is over. */
const CLAIM_MS = 20_000;

const LATER_MS = 5 * 60_000;

/** Others have their turn after this. */
const TURN_MS = 2_000;

/** A receiver that takes longer keeps us waiting. */
const QUICK_MS = 1_000;

/** Where a worker sends from: `slow` ones are for receivers that keep us waiting, and for no others to wait there. */
export type Place = "quick" | "slow";

/**
 * Sends what an interview has for a webhook, in order: what has not arrived holds back what comes after it. One worker at a
 * time sends for the two, because it claims the oldest delivery; whoever finds it claimed looks again when the claim is over, so that
 * no event is lost with a worker. At least once: a worker that dies after the answer came has it sent again.
 *
 * A quick place is held for a turn and one quick exchange at most, whatever receivers do: an exchange that takes longer goes on
 * without the place, and all else for its webhook is sent from slow places until the receiver answers quickly again.
 */
export async function deliver(
  lane: Lane,
  network: Network = configuredNetwork(),
  place: Place = "quick",
): Promise<void> {
  const turnEnds = performance.now() + TURN_MS;
  for (;;) {
    const next = await deliveries.findNext(db(), lane);
    if (!next || next.webhook.disabledAt) return;
    const slow = next.webhook.slowSince !== null;
    if ((slow && place === "quick") || performance.now() > turnEnds) {
      return again(lane, slow, await databaseNow(db()));
    }
    const now = (await databaseNow(db())).getTime();
    const waitMs = next.nextAttemptAt.getTime() - now;
    // A longer wait is one for the next try, which has its job.
    if (waitMs > 0) return waitMs <= CLAIM_MS ? again(lane, slow, next.nextAttemptAt) : undefined;
    const claimedUntil = new Date(now + CLAIM_MS);
    if (!(await deliveries.claim(db(), next, claimedUntil))) return again(lane, slow, claimedUntil);
    if (!(await send(lane, { ...next, nextAttemptAt: claimedUntil }, network, place))) return;
  }
}

/** @returns whether the next one may be sent from here */
async function send(lane: Lane, claimed: DeliveryToSend, network: Network, place: Place): Promise<boolean> {
  const sending = attempt(claimed, network);
  const answer = await within(QUICK_MS, sending);
  if (answer) {
    if (claimed.webhook.slowSince) await webhooks.setSlow(db(), lane.webhookId, false);
    return settle(lane, claimed, answer, false);
  }
  await webhooks.setSlow(db(), lane.webhookId, true);
  if (place === "slow") return settle(lane, claimed, await sending, true);
  await again(lane, true, claimed.nextAttemptAt); // should this process die
  finishLater(finish(lane, claimed, sending));
  return false;
}

async function finish(lane: Lane, claimed: DeliveryToSend, sending: Promise<Attempted>): Promise<void> {
  if (await settle(lane, claimed, await sending, true)) await again(lane, true, await databaseNow(db()));
}

/** The job itself failed for hours: the events are still there. */
export async function deliverLater(lane: Lane): Promise<void> {
  return again(lane, false, new Date((await databaseNow(db())).getTime() + LATER_MS));
}

function again(lane: Lane, slow: boolean, startAfter: Date): Promise<void> {
  return transaction((tx) => wakeLane(tx, lane, { slow, startAfter }));
}
