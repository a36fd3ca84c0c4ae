import type { ServerResponse } from "node:http";
import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../../db/client.ts";
import { emitEvent } from "../../events/emit-event.ts";
import { boss, stopBoss } from "../../queue/boss.ts";
import type { JobName } from "../../queue/jobs.ts";
import { testDatabase } from "../../testing/database/database.ts";
import { testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveriesOf, testWebhook, wordsOf } from "../../testing/webhooks/webhook.ts";
import { deliver } from "./deliver.ts";
import { allFinished } from "./finish-later.ts";

await testDatabase();
afterAll(stopBoss);

const network = testNetwork({ timeoutMs: 2_000 });

/** A receiver that answers when it is told to, and a webhook with two events of one interview that wait. */
async function waiting() {
  const held: ServerResponse[] = [];
  const receiver = await testReceiver((_, response) => void held.push(response));
  const answer = () => held.splice(0).forEach((response) => void response.end());
  const hook = await testWebhook(receiver.url);
  const { organizationId, interviewId, webhookId } = hook;
  const emit = (version: number) => {
    const data = { version, provisional: false };
    return transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  };
  await emit(1);
  await emit(2);
  return { ...hook, receiver, answer, emit, feed: { webhookId, interviewId } };
}

const isSlow = async (id: string) => (await db().webhook.findUniqueOrThrow({ where: { id } })).slowSince !== null;
const statuses = async (webhookId: string) => (await deliveriesOf(webhookId)).map(({ status }) => status);
async function queued(name: JobName, webhookId: string) {
  const jobs = await (await boss()).findJobs<{ webhookId: string }>(name, { queued: true });
  return jobs.filter(({ data }) => data.webhookId === webhookId);
}

test("a receiver that keeps us waiting loses its quick worker, and its answer counts all the same", async () => {
  const { answer, feed, receiver, webhookId } = await waiting();
  await deliver(feed, network);
  expect(receiver.open).toBe(1); // the exchange goes on
  expect(await isSlow(webhookId)).toBe(true);
  const [delivery] = await deliveriesOf(webhookId);
  const insurance = await queued("webhook.deliver-slow", webhookId);
  expect(insurance.map(({ startAfter }) => startAfter)).toEqual([delivery?.nextAttemptAt]);

  answer();
  await allFinished();
  expect(await statuses(webhookId)).toEqual(["delivered", "pending"]);
  expect(await queued("webhook.deliver-slow", webhookId)).toHaveLength(2); // the rest goes on at once
  expect(receiver.received).toHaveLength(1);
});

test("one that never answers is tried again by the schedule, by a slow worker", async () => {
  const { feed, webhookId } = await waiting();
  await deliver(feed, network);
  await allFinished();
  const [delivery] = await deliveriesOf(webhookId);
  expect(delivery).toMatchObject({ status: "pending", attemptCount: 1 });
  expect(delivery?.attempts.map(({ error }) => wordsOf(error))).toEqual([expect.stringMatching(/No answer within/)]);
  const retries = await queued("webhook.deliver-slow", webhookId);
  expect(retries.map(({ startAfter }) => startAfter)).toContainEqual(delivery?.nextAttemptAt);
});

test("a quick worker sends nothing to a slow webhook, and its new events go to the slow ones by themselves", async () => {
  const { emit, feed, receiver, webhookId } = await waiting();
  await db().webhook.update({ where: { id: webhookId }, data: { slowSince: new Date() } });
  await deliver(feed, network);
  expect(receiver.received).toEqual([]);
  expect(await queued("webhook.deliver-slow", webhookId)).toHaveLength(1);
  const quick = (await queued("webhook.deliver", webhookId)).length;
  await emit(3);
  expect(await queued("webhook.deliver-slow", webhookId)).toHaveLength(2);
  expect(await queued("webhook.deliver", webhookId)).toHaveLength(quick);
});

test("a slow webhook that answers quickly again is no longer slow", async () => {
  const { feed, receiver, webhookId } = await waiting();
  receiver.behave = (_, response) => void response.end();
  await db().webhook.update({ where: { id: webhookId }, data: { slowSince: new Date() } });
  await deliver(feed, network, "slow");
  expect(await statuses(webhookId)).toEqual(["delivered", "delivered"]);
  expect(await isSlow(webhookId)).toBe(false);
});

test("a slow worker is held until there is an answer", async () => {
  const { answer, feed, receiver, webhookId } = await waiting();
  const delivering = deliver(feed, network, "slow");
  await expect.poll(() => isSlow(webhookId), { timeout: 5_000 }).toBe(true);
  receiver.behave = (_, response) => void response.end();
  answer();
  await delivering;
  expect(await statuses(webhookId)).toEqual(["delivered", "delivered"]);
});
