import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../../db/client.ts";
import { emitEvent } from "../../events/emit-event.ts";
import { boss, stopBoss } from "../../queue/boss.ts";
import { testDatabase } from "../../testing/database/database.ts";
import { testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveriesOf, testWebhook, wordsOf } from "../../testing/webhooks/webhook.ts";
import { rotateSecret } from "../manage/rotate-secret.ts";
import { sendTestEvent } from "../manage/send-test-event.ts";
import { updateWebhook } from "../manage/update-webhook.ts";
import { isSealed, seal, unseal } from "../sign/seal.ts";
import { sealStored } from "../sign/seal-stored.ts";
import { newSecret } from "../sign/sign.ts";
import { deliver } from "./deliver.ts";
import { sendOnce } from "./send-once.ts";

await testDatabase();
afterAll(stopBoss);

const network = testNetwork();
const rowOf = (id: string) => db().webhook.findUniqueOrThrow({ where: { id } });

/** A webhook with an event that waits, whose secret is stored as this. */
async function waiting(secretOf: (webhookId: string, secret: string) => string) {
  const receiver = await testReceiver();
  const hook = await testWebhook(receiver.url);
  const { organizationId, interviewId, webhookId, secret } = hook;
  const data = { version: 1, provisional: false };
  await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  await db().webhook.update({ where: { id: webhookId }, data: { secret: secretOf(webhookId, secret) } });
  return { ...hook, receiver, feed: { webhookId, interviewId } };
}

/** As the server finds it once its own secret has changed. */
const sealedElsewhere = (_: string, secret: string) => seal(secret, randomUUID());

test("a secret that cannot be read stops the webhook and says what to do; nothing that waits is lost", async () => {
  const { actor, feed, receiver, webhookId } = await waiting(sealedElsewhere);
  await deliver(feed, network);
  expect(receiver.received).toEqual([]);
  const { disabledAt, disabledReason } = await rowOf(webhookId);
  expect(disabledAt).not.toBeNull();
  expect(wordsOf(disabledReason)).toMatch(/server's own secret has changed. Rotate the webhook's secret/);
  const [delivery] = await deliveriesOf(webhookId);
  expect(delivery).toMatchObject({ status: "pending", attempts: [{ responseStatus: null, error: disabledReason }] });

  const { webhook, secret } = await rotateSecret(webhookId, actor);
  expect(webhook).toMatchObject({ disabledAt: null, disabledReason: null, previousSecretExpiresAt: null });
  expect(await (await boss()).findJobs("webhook.resume", { queued: true })).toContainEqual(
    expect.objectContaining({ data: { webhookId, after: null } }),
  );
  await deliver(feed, network);
  const [{ body = "", headers = {} } = {}] = receiver.received;
  expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
    type: "recording.ready",
  });
});

test("a webhook that a person disabled stays so when its unreadable secret is rotated", async () => {
  const { actor, webhookId } = await waiting(sealedElsewhere);
  await updateWebhook(webhookId, { enabled: false }, actor);
  const { webhook } = await rotateSecret(webhookId, actor);
  expect(webhook.disabledAt).not.toBeNull();
});

test("a test event tells of an unreadable secret too", async () => {
  const { actor, webhookId } = await waiting(sealedElsewhere);
  const { id } = await sendTestEvent(webhookId, actor);
  await sendOnce({ deliveryId: id }, network);
  const sent = (await deliveriesOf(webhookId)).find((delivery) => delivery.id === id);
  expect(sent?.status).toBe("failed");
  expect(sent?.attempts.map(({ error }) => wordsOf(error))).toEqual([expect.stringContaining("cannot be read")]);
});

test("secrets of an earlier version sign as they did, and are sealed when a worker starts", async () => {
  const { feed, receiver, secret, webhookId } = await waiting((_, plain) => plain);
  const previousSecret = newSecret();
  const previousSecretExpiresAt = new Date(Date.now() + 60_000);
  await db().webhook.update({ where: { id: webhookId }, data: { previousSecret, previousSecretExpiresAt } });
  const sealedBefore = await testWebhook(receiver.url);
  const untouched = await rowOf(sealedBefore.webhookId);

  await sealStored();
  const row = await rowOf(webhookId);
  expect([row.secret, row.previousSecret].map((stored) => isSealed(stored ?? ""))).toEqual([true, true]);
  expect(unseal(row.previousSecret ?? "", webhookId)).toBe(previousSecret);
  expect(await rowOf(sealedBefore.webhookId)).toEqual(untouched);

  await deliver(feed, network);
  const [{ body = "", headers = {} } = {}] = receiver.received;
  for (const either of [secret, previousSecret]) {
    expect(new Webhook(either).verify(body, headers as Record<string, string>)).toBeTruthy();
  }
});

test("more of them than are sealed at once are sealed all the same", async () => {
  const { organizationId } = await testWebhook("https://receiver.example/");
  const one = { organizationId, url: "https://receiver.example/", events: [] };
  await db().webhook.createMany({ data: Array.from({ length: 150 }, () => ({ ...one, secret: newSecret() })) });
  await sealStored();
  expect(await db().webhook.count({ where: { secret: { startsWith: "whsec_" } } })).toBe(0);
});
