import { Webhook } from "standardwebhooks";
import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../../db/client.ts";
import type { EventType } from "../../domain/event-types.ts";
import { RETRY_DELAYS_MS } from "../../domain/webhook-retries.ts";
import { emitEvent } from "../../events/emit-event.ts";
import { boss, stopBoss } from "../../queue/boss.ts";
import { testDatabase } from "../../testing/database/database.ts";
import { answerOk, answerStatus, type Behaviour, testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveriesOf, testWebhook, wordsOf } from "../../testing/webhooks/webhook.ts";
import { deliver } from "./deliver.ts";
import { resume, resumeSoon } from "./resume.ts";
import { sendOnce } from "./send-once.ts";

await testDatabase();
afterAll(stopBoss);

const network = testNetwork();

/** A webhook at a receiver, and two events of one interview that wait for it. */
async function waiting(behave?: Behaviour) {
  const receiver = await testReceiver(behave);
  const hook = await testWebhook(receiver.url);
  const { organizationId, interviewId, webhookId } = hook;
  for (const version of [1, 2]) {
    const data = { version, provisional: false };
    await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  }
  return { ...hook, receiver, feed: { webhookId, interviewId } };
}

type Message = { type: EventType; data: { version: number } };
const messages = ({ received }: { received: { body: string }[] }) =>
  received.map(({ body }) => (JSON.parse(body) as Message).data.version);

/** As when the time for the next try has come. */
const makeDue = (webhookId: string) =>
  db().webhookDelivery.updateMany({ where: { webhookId, status: "pending" }, data: { nextAttemptAt: new Date(0) } });

const statuses = async (webhookId: string) => (await deliveriesOf(webhookId)).map(({ status }) => status);

async function queuedFor(webhookId: string) {
  const jobs = await (await boss()).findJobs<{ webhookId: string }>("webhook.deliver", { queued: true });
  return jobs.filter(({ data }) => data.webhookId === webhookId);
}

test("what waits is delivered in order, signed, and what came back is kept", async () => {
  const { feed, receiver, secret, webhookId } = await waiting();
  await deliver(feed, network);
  expect(messages(receiver)).toEqual([1, 2]);
  for (const { body, headers } of receiver.received) {
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: "recording.ready",
    });
  }
  const sent = await deliveriesOf(webhookId);
  expect(sent.map(({ event }) => event.messageId)).toEqual(
    receiver.received.map(({ headers }) => headers["webhook-id"]),
  );
  expect(sent).toMatchObject([
    { status: "delivered", attempts: [{ responseStatus: 200, responseBody: "thanks", error: null }] },
    { status: "delivered", attempts: [{ responseStatus: 200 }] },
  ]);
});

test("an event that does not arrive holds back the later ones of its interview, and no others", async () => {
  const { feed, receiver, webhookId } = await waiting(answerStatus(500));
  await deliver(feed, network);
  await deliver(feed, network); // not before its time
  expect(messages(receiver)).toEqual([1]);
  const [first, second] = await deliveriesOf(webhookId);
  expect(first).toMatchObject({ status: "pending", attemptCount: 1, attempts: [{ responseStatus: 500 }] });
  expect(second).toMatchObject({ status: "pending", attemptCount: 0, attempts: [] });
  const waitMs = (first?.nextAttemptAt.getTime() ?? 0) - Date.now();
  expect(waitMs).toBeGreaterThan(3_000);
  expect(waitMs).toBeLessThan(6_000);

  const other = await waiting();
  await deliver(other.feed, network);
  expect(messages(other.receiver)).toEqual([1, 2]);

  receiver.behave = answerOk;
  await makeDue(webhookId);
  await deliver(feed, network);
  expect(messages(receiver)).toEqual([1, 1, 2]);
  const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
  expect(ids[0]).toBe(ids[1]);
});

test("every failure has a job for the next try, at its time", async () => {
  const { feed, webhookId } = await waiting(answerStatus(503, { "retry-after": "600" }));
  await deliver(feed, network);
  const [delivery] = await deliveriesOf(webhookId);
  const later = (await queuedFor(webhookId)).filter(({ startAfter }) => startAfter.getTime() > Date.now() + 590_000);
  expect(later.map(({ startAfter }) => startAfter)).toEqual([delivery?.nextAttemptAt]);
});

test("two workers at once send each event once, in order", async () => {
  const slow: Behaviour = (_, response) => void setTimeout(() => response.end(), 50);
  const { feed, receiver } = await waiting(slow);
  await Promise.all([1, 2, 3, 4].map(() => deliver(feed, network)));
  expect(messages(receiver)).toEqual([1, 2]);
  expect(receiver.mostOpen).toBe(1);
});

test("a delivery whose worker died is sent again when its lease is over, before the later ones", async () => {
  const { feed, receiver, webhookId } = await waiting();
  const [first] = await deliveriesOf(webhookId);
  const leasedUntil = new Date(Date.now() + 15_000);
  await db().webhookDelivery.update({ where: { id: first?.id ?? "" }, data: { nextAttemptAt: leasedUntil } });
  await deliver(feed, network);
  expect(receiver.received).toEqual([]);
  expect((await queuedFor(webhookId)).map(({ startAfter }) => startAfter)).toContainEqual(leasedUntil);
  await makeDue(webhookId);
  await deliver(feed, network);
  expect(messages(receiver)).toEqual([1, 2]);
});

test("after the last try the webhook is disabled, and says why", async () => {
  const { feed, receiver, webhookId } = await waiting(answerStatus(500));
  for (const _ of RETRY_DELAYS_MS) {
    await makeDue(webhookId);
    await deliver(feed, network);
  }
  expect(receiver.received).toHaveLength(RETRY_DELAYS_MS.length);
  expect(await statuses(webhookId)).toEqual(["failed", "pending"]);
  const webhook = await db().webhook.findUniqueOrThrow({ where: { id: webhookId } });
  expect(webhook.disabledAt).not.toBeNull();
  expect(wordsOf(webhook.disabledReason)).toBe("An event (recording.ready) could not be delivered for three days.");
  await deliver(feed, network);
  expect(receiver.received).toHaveLength(RETRY_DELAYS_MS.length);
});

test("410 Gone disables the webhook at once", async () => {
  const { feed, receiver, webhookId } = await waiting(answerStatus(410));
  await deliver(feed, network);
  expect(receiver.received).toHaveLength(1);
  const { disabledReason } = await db().webhook.findUniqueOrThrow({ where: { id: webhookId } });
  expect(wordsOf(disabledReason)).toBe("The receiver answered 410 Gone: it wants no more messages.");
});

test("a webhook that is enabled again goes on where it stopped", async () => {
  const { feed, receiver, webhookId } = await waiting(answerStatus(410));
  await deliver(feed, network);
  receiver.behave = answerOk;
  await db().webhook.update({ where: { id: webhookId }, data: { disabledAt: null } });
  const before = (await queuedFor(webhookId)).length;
  await transaction((tx) => resumeSoon(tx, webhookId));
  await resume({ webhookId, after: null });
  expect(await queuedFor(webhookId)).toHaveLength(before + 1);
  await deliver(feed, network);
  expect(messages(receiver)).toEqual([1, 2]);
});

test("sent by hand, a delivery is tried once more with the same id, and what it held back can go", async () => {
  const { feed, receiver, webhookId } = await waiting(answerStatus(500));
  await deliver(feed, network);
  const [first] = await deliveriesOf(webhookId);
  await sendOnce({ deliveryId: first?.id ?? "" }, network);
  const [failedAgain] = await deliveriesOf(webhookId);
  expect(failedAgain).toMatchObject({ status: "pending", attemptCount: 1, nextAttemptAt: first?.nextAttemptAt });
  expect(failedAgain?.attempts).toHaveLength(2);

  receiver.behave = answerOk;
  const before = (await queuedFor(webhookId)).length;
  await sendOnce({ deliveryId: first?.id ?? "" }, network);
  expect(await statuses(webhookId)).toEqual(["delivered", "pending"]);
  expect(await queuedFor(webhookId)).toHaveLength(before + 1);
  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);

  receiver.behave = answerStatus(500);
  await sendOnce({ deliveryId: first?.id ?? "" }, network);
  expect(await statuses(webhookId)).toEqual(["delivered", "pending"]); // it did arrive
});

test("a webhook that is deleted while it answers leaves nothing behind", async () => {
  const deleted: { webhookId?: string } = {};
  const { feed, webhookId } = await waiting(async (_, response) => {
    await db().webhook.delete({ where: { id: deleted.webhookId ?? "" } });
    response.end();
  });
  deleted.webhookId = webhookId;
  await deliver(feed, network);
  expect(await deliveriesOf(webhookId)).toEqual([]);
});

test("a secret that is being changed signs beside the new one until its time is over", async () => {
  const { feed, receiver, webhookId } = await waiting();
  const soon = new Date(Date.now() + 60_000);
  const previous = { previousSecret: "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQ=", previousSecretExpiresAt: soon };
  await db().webhook.update({ where: { id: webhookId }, data: previous });
  await deliver({ ...feed }, network);
  expect(receiver.received[0]?.headers["webhook-signature"]).toMatch(/^v1,\S+ v1,\S+$/);

  const over = await waiting();
  const past = { ...previous, previousSecretExpiresAt: new Date(Date.now() - 1) };
  await db().webhook.update({ where: { id: over.webhookId }, data: past });
  await deliver(over.feed, network);
  expect(over.receiver.received[0]?.headers["webhook-signature"]).toMatch(/^v1,\S+$/);
});
