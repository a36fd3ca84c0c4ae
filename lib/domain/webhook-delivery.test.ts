import { expect, test } from "vitest";
import { randomFrom } from "./random.ts";
import {
  type DeliveryState,
  LEASE_MS,
  nextStep,
  type Outcome,
  type Sender,
  type Situation,
} from "./webhook-delivery.ts";
import { RETRY_DELAYS_MS } from "./webhook-retries.ts";

const NOW = new Date("2026-11-02T10:00:00Z");
const DAY_MS = 86_400_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);

const quick: Sender = { by: "schedule", pace: "quick", turnIsOver: false };
const person: Sender = { by: "person" };
const due: DeliveryState = { attemptCount: 0, nextAttemptAt: NOW, webhook: { disabledAt: null, slowSince: null } };
const slow: DeliveryState = { ...due, webhook: { disabledAt: null, slowSince: NOW } };
const answered = (status: number | null): Outcome => ({ status, retryAfterSeconds: null });
const before = (delivery: DeliveryState | null, sender: Sender = quick) =>
  nextStep({ delivery, sender, outcome: null, now: NOW });
const then = (outcome: Outcome, delivery = due, sender: Sender = quick) =>
  nextStep({ delivery, sender, outcome, now: NOW }, 0);

test.each([
  ["what is due is sent", before(due), { kind: "send" }],
  ["where nothing waits there is nothing to do", before(null), { kind: "stop", reason: "absent" }],
  [
    "nothing is sent to a disabled webhook",
    before({ ...due, webhook: { ...due.webhook, disabledAt: NOW } }),
    { kind: "stop", reason: "disabled" },
  ],
  [
    "what may be leased is looked at again when that is over",
    before({ ...due, nextAttemptAt: after(LEASE_MS) }),
    { kind: "wait", until: after(LEASE_MS) },
  ],
  [
    "what is scheduled for later has its job",
    before({ ...due, nextAttemptAt: after(LEASE_MS + 1) }),
    { kind: "stop", reason: "scheduled" },
  ],
  ["a quick worker leaves a slow receiver to the slow ones", before(slow), { kind: "wait", until: NOW }],
  ["a slow worker serves it", before(slow, { ...quick, pace: "slow" }), { kind: "send" }],
  ["a turn that is over goes on later", before(due, { ...quick, turnIsOver: true }), { kind: "wait", until: NOW }],
  [
    "what a person asks for is sent at once, also to a disabled webhook",
    before({ ...slow, nextAttemptAt: after(DAY_MS), webhook: { disabledAt: NOW, slowSince: NOW } }, person),
    { kind: "send" },
  ],
])("%s", (_, step, expected) => {
  expect(step).toEqual(expected);
});

test.each([
  ["200 is delivered", then(answered(200)), { kind: "stop", reason: "delivered" }],
  ["299 too", then(answered(299)), { kind: "stop", reason: "delivered" }],
  ["a redirect is not", then(answered(302)), { kind: "wait", until: after(5_000) }],
  ["no answer is not", then(answered(null)), { kind: "wait", until: after(5_000) }],
  ["410 ends it at the first try", then(answered(410)), { kind: "stop", reason: "gone" }],
  [
    "a secret that cannot be read ends it, and no try is counted for that",
    then({ ...answered(null), unreadable: true }),
    { kind: "stop", reason: "unreadable_secret" },
  ],
  ["the last try ends it", then(answered(500), { ...due, attemptCount: 9 }), { kind: "stop", reason: "given_up" }],
  [
    "the one before has another a day later",
    then(answered(500), { ...due, attemptCount: 8 }),
    { kind: "wait", until: after(DAY_MS) },
  ],
  [
    "a receiver that asks for time gets it",
    then({ status: 429, retryAfterSeconds: 600 }),
    { kind: "wait", until: after(600_000) },
  ],
  [
    "a person's try that fails changes nothing",
    then(answered(500), due, person),
    { kind: "stop", reason: "not_delivered" },
  ],
])("%s", (_, step, expected) => {
  expect(step).toEqual(expected);
});

const SEED = 20_261_129;
const ROUNDS = 20_000;

test(`whatever the situation, the rules hold (seed ${SEED})`, () => {
  const random = randomFrom(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const situation = anySituation(random);
    const chance = random();
    const step = nextStep(situation, chance);
    const described = JSON.stringify({ situation, step });
    expect(nextStep(situation, chance), described).toEqual(step); // nothing else decides
    expect(rulesBrokenBy(situation, step), described).toEqual([]);
  }
});

function rulesBrokenBy(situation: Situation, step: ReturnType<typeof nextStep>): string[] {
  const { delivery, sender, outcome, now } = situation;
  const sends = step.kind === "send";
  const stopped = step.kind === "stop" ? step.reason : null;
  const waitMs = step.kind === "wait" ? step.until.getTime() - now.getTime() : 0;
  const bySchedule = sender.by === "schedule";
  const status = outcome?.status ?? 0;
  const rules = {
    "what is not there is not sent": !sends || delivery !== null,
    "nothing is sent twice for one look": !sends || outcome === null,
    "a disabled webhook is sent nothing by itself": !(sends && bySchedule && delivery?.webhook.disabledAt),
    "nothing is sent before its time": !(sends && bySchedule && delivery && delivery.nextAttemptAt > now),
    "a quick worker waits for no slow receiver": !(
      sends &&
      bySchedule &&
      sender.pace === "quick" &&
      delivery?.webhook.slowSince
    ),
    "no worker goes on after its turn": !(sends && bySchedule && sender.turnIsOver),
    "no wait is over already": waitMs >= 0,
    "no wait is longer than a day and its jitter": waitMs <= 1.1 * DAY_MS,
    "delivered means answered with 2xx":
      (stopped === "delivered") === (delivery !== null && !outcome?.unreadable && status >= 200 && status < 300),
    "a person's try has no other after it": bySchedule || step.kind !== "wait",
    "only the last try gives up": stopped !== "given_up" || (delivery?.attemptCount ?? 0) + 1 >= RETRY_DELAYS_MS.length,
    "an asked wait is kept":
      step.kind !== "wait" || waitMs >= Math.min((outcome?.retryAfterSeconds ?? 0) * 1_000, DAY_MS),
  };
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

test(`every delivery comes to an end within its schedule, whatever its receiver does (seed ${SEED + 1})`, () => {
  const random = randomFrom(SEED + 1);
  const allowedMs = RETRY_DELAYS_MS.reduce((sum, delay) => sum + Math.max(1.1 * delay, DAY_MS), 0);
  for (let round = 0; round < 2_000; round++) {
    const { sends, tookMs, reason } = lifeOf(random, random() < 0.5 ? 1 : random());
    expect(["delivered", "gone", "given_up", "unreadable_secret"]).toContain(reason);
    expect(sends).toBeLessThanOrEqual(RETRY_DELAYS_MS.length);
    if (reason === "given_up") expect(sends).toBe(RETRY_DELAYS_MS.length);
    expect(tookMs).toBeLessThanOrEqual(allowedMs);
  }
});

/** Follows a delivery from its first try to its end, as a worker does. */
function lifeOf(random: () => number, troubleShare: number) {
  let delivery = due;
  let now = NOW;
  for (let sends = 1; ; sends++) {
    expect(nextStep({ delivery, sender: quick, outcome: null, now })).toEqual({ kind: "send" });
    const outcome = random() < troubleShare ? answered(500) : anyOutcome(random);
    const step = nextStep({ delivery, sender: quick, outcome, now }, random());
    if (step.kind === "stop") return { sends, tookMs: now.getTime() - NOW.getTime(), reason: step.reason };
    if (step.kind === "send") return { sends, tookMs: Number.NaN, reason: "sent again" };
    now = step.until;
    delivery = { ...delivery, attemptCount: delivery.attemptCount + 1, nextAttemptAt: step.until };
  }
}

function anySituation(random: () => number): Situation {
  const maybe = <T>(value: T) => (random() < 0.5 ? value : null);
  const around = () => after(Math.round((random() - 0.5) * (random() < 0.5 ? 4 * LEASE_MS : 4 * DAY_MS)));
  const webhook = { disabledAt: maybe(around()), slowSince: maybe(around()) };
  const delivery = { attemptCount: Math.floor(random() * 14), nextAttemptAt: around(), webhook };
  const pace = random() < 0.5 ? "quick" : "slow";
  const sender: Sender = random() < 0.7 ? { by: "schedule", pace, turnIsOver: random() < 0.3 } : { by: "person" };
  return {
    delivery: random() < 0.9 ? delivery : null,
    sender,
    outcome: random() < 0.5 ? null : anyOutcome(random),
    now: NOW,
  };
}

function anyOutcome(random: () => number): Outcome {
  const status = random() < 0.2 ? null : 200 + Math.floor(random() * 400);
  const retryAfterSeconds = random() < 0.5 ? null : Math.floor(random() * 200_000);
  return { status, retryAfterSeconds, ...(random() < 0.1 ? { unreadable: true } : {}) };
}
