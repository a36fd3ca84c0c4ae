import { nextDelayMs } from "./webhook-retries.ts";

/** Outlasts an exchange with a receiver. A delivery whose worker died is tried again when this is over. */
export const LEASE_MS = 20_000;

/** A receiver that takes longer keeps us waiting. */
export const QUICK_MS = 1_000;

/** How a worker sends: a `slow` one serves receivers that keep us waiting, so that nobody else waits behind them. */
export type Pace = "quick" | "slow";

/** Who sends: a worker, when the schedule says so and while its turn lasts; or one that a person asked to, once and out of order. */
export type Sender = { by: "schedule"; pace: Pace; turnIsOver: boolean } | { by: "person" };

/** What of a receiver's answer the next step depends on. */
export type Outcome = {
  /** Nothing could be sent, because there is nothing to sign with. */
  unreadable?: true;
  /** Null: no answer. */
  status: number | null;
  retryAfterSeconds: number | null;
};

export type DeliveryState = {
  /** How many tries have failed since its schedule began. */
  attemptCount: number;
  nextAttemptAt: Date;
  webhook: { disabledAt: Date | null; slowSince: Date | null };
};

export type Situation = {
  /** Null: nothing waits, or it was removed with its webhook. */
  delivery: DeliveryState | null;
  sender: Sender;
  /** What has just come of sending it; null before it is sent. */
  outcome: Outcome | null;
  now: Date;
};

export type StopReason =
  | "absent"
  | "disabled"
  /** It is not its time, and the job for that is there. */
  | "scheduled"
  | "delivered"
  /** Nothing can be sent until a person has rotated the secret. What waits goes on then. */
  | "unreadable_secret"
  /** 410: the receiver wants nothing any more. Whoever runs it says so, so it is obeyed at once. */
  | "gone"
  /** That was the last try of its schedule. */
  | "given_up"
  /** That was a person's try: what was going to happen by itself still does. */
  | "not_delivered";

/** Send it now; have it looked at again at a moment; or leave it. */
export type Step = { kind: "send" } | { kind: "wait"; until: Date } | { kind: "stop"; reason: StopReason };

/**
 * What is next for the oldest delivery that waits, before it is sent and after. Nothing is read or written here.
 * @param random 0 up to 1: the jitter of a wait
 */
export function nextStep({ delivery, sender, outcome, now }: Situation, random = Math.random()): Step {
  if (!delivery) return stop("absent");
  if (outcome) return afterSending(delivery, sender, outcome, now, random);
  return sender.by === "person" ? { kind: "send" } : onSchedule(delivery, sender, now);
}

function onSchedule(
  { nextAttemptAt, webhook }: DeliveryState,
  { pace, turnIsOver }: Extract<Sender, { by: "schedule" }>,
  now: Date,
): Step {
  if (webhook.disabledAt) return stop("disabled");
  const waitMs = nextAttemptAt.getTime() - now.getTime();
  if (waitMs > LEASE_MS) return stop("scheduled");
  if (waitMs > 0) return { kind: "wait", until: nextAttemptAt }; // maybe a lease, whose holder may have died
  const isElsewhere = webhook.slowSince !== null && pace === "quick";
  return isElsewhere || turnIsOver ? { kind: "wait", until: now } : { kind: "send" };
}

function afterSending(
  { attemptCount }: DeliveryState,
  { by }: Sender,
  { unreadable, status, retryAfterSeconds }: Outcome,
  now: Date,
  random: number,
): Step {
  if (unreadable) return stop("unreadable_secret");
  if (status !== null && status >= 200 && status < 300) return stop("delivered");
  if (status === 410) return stop("gone");
  if (by === "person") return stop("not_delivered");
  const delayMs = nextDelayMs(attemptCount + 1, retryAfterSeconds, random);
  return delayMs === null ? stop("given_up") : { kind: "wait", until: new Date(now.getTime() + delayMs) };
}

function stop(reason: StopReason): Step {
  return { kind: "stop", reason };
}
