import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../../db/client.ts";
import * as webhooks from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { emitEvent } from "../../events/emit-event.ts";
import { stopBoss } from "../../queue/boss.ts";
import { testDatabase, testOrganization } from "../../testing/database/database.ts";
import { toldOf } from "../../testing/refusals.ts";
import { answerStatus, testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveriesOf, testWebhook } from "../../testing/webhooks/webhook.ts";
import { fault } from "../../words/happened.ts";
import { giveUpSending, sendOnce } from "../deliver/send-once.ts";
import { unseal } from "../sign/seal.ts";
import { createWebhook } from "./create-webhook.ts";
import { deleteWebhook } from "./delete-webhook.ts";
import { countStopped, getDelivery, getWebhook, listDeliveries, listWithLatest, MAX_WEBHOOKS } from "./read.ts";
import { redeliver } from "./redeliver.ts";
import { rotateSecret } from "./rotate-secret.ts";
import { sendTestEvent } from "./send-test-event.ts";
import { updateWebhook } from "./update-webhook.ts";

await testDatabase();
afterAll(stopBoss);

const URL = "https://receiver.example/hook";
async function secretsOf(id: string) {
  const { secret, previousSecret } = await db().webhook.findUniqueOrThrow({ where: { id } });
  expect(`${secret} ${previousSecret}`).not.toContain("whsec_"); // neither stands there as it is
  return { secret: unseal(secret, id), previousSecret: previousSecret && unseal(previousSecret, id) };
}
const audited = async ({ organizationId }: Actor) =>
  (await db().auditEvent.findMany({ where: { organizationId, subjectKind: "webhook" }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

test("a webhook is made with a secret of its own, and every change is on record", async () => {
  const actor = await testOrganization();
  const { webhook, secret } = await createWebhook({ url: ` ${URL}#part `, events: ["decision.made"] }, actor);
  expect(webhook).toMatchObject({ url: URL, description: "", events: ["decision.made"], disabledAt: null });
  expect(await secretsOf(webhook.id)).toMatchObject({ secret });
  expect(JSON.stringify(webhook)).not.toContain(secret);

  await updateWebhook(webhook.id, { description: "Our ATS" }, actor);
  await updateWebhook(webhook.id, { enabled: false }, actor);
  await updateWebhook(webhook.id, { enabled: false }, actor);
  await updateWebhook(webhook.id, { enabled: true }, actor);
  await deleteWebhook(webhook.id, actor);
  await expect(getWebhook(webhook.id, actor)).rejects.toMatchObject({ code: "webhook_not_found" });
  expect(await audited(actor)).toEqual([
    "webhook.created",
    "webhook.updated",
    "webhook.disabled",
    "webhook.enabled",
    "webhook.deleted",
  ]);
});

test.each([
  ["no address", "must be a web address"],
  ["http://receiver.example/", "must begin with https://"],
  ["ftp://receiver.example/", "must begin with https://"],
  ["file:///etc/passwd", "must begin with https://"],
  ["https://ada:secret@receiver.example/", "must not hold a user name"],
  ["https://receiver.example:0/", "must name no port but 80, 443 or one from 1024 on"],
  ["https://receiver.example:22/", "must name no port but 80, 443 or one from 1024 on"],
  ["https://93.184.216.34:1023/", "must name no port but 80, 443 or one from 1024 on"],
  ["https://localhost/", "must lead to the public internet"],
  ["https://LocalHost.:8443/", "must lead to the public internet"],
  ["https://hooks.localhost/", "must lead to the public internet"],
  ["https://hooks.localhost../", "must lead to the public internet"],
  ["https://localhost.localdomain/", "must lead to the public internet"],
  ["https://ip6-localhost/", "must lead to the public internet"],
  ["https://ｌｏｃａｌｈｏｓｔ/", "must lead to the public internet"],
  ["https://127.0.0.1/", "must lead to the public internet"],
  ["https://2130706433/", "must lead to the public internet"],
  ["https://[::1]/", "must lead to the public internet"],
  [`https://receiver.example/${"x".repeat(2_000)}`, "must have at most"],
])("an address such as %s is refused", async (url, message) => {
  const issues = [{ path: "url", message: expect.stringContaining(message) }];
  await expect(toldOf(createWebhook({ url }, await testOrganization()))).resolves.toMatchObject({ issues });
});

test("an organisation has twenty webhooks at most, also when two are added at once", async () => {
  const actor = await testOrganization();
  for (let one = 1; one < MAX_WEBHOOKS; one++) await createWebhook({ url: URL }, actor);
  const last = await Promise.allSettled([createWebhook({ url: URL }, actor), createWebhook({ url: URL }, actor)]);
  expect(last.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("after a rotation both secrets are kept for a day, and the one before them no longer", async () => {
  const actor = await testOrganization();
  const { webhook, secret: first } = await createWebhook({ url: URL }, actor);
  const { secret: second } = await rotateSecret(webhook.id, actor);
  expect(await secretsOf(webhook.id)).toMatchObject({ secret: second, previousSecret: first });
  const { secret: third, webhook: after } = await rotateSecret(webhook.id, actor);
  expect(await secretsOf(webhook.id)).toMatchObject({ secret: third, previousSecret: second });
  const hours = ((after.previousSecretExpiresAt?.getTime() ?? 0) - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
});

test("somebody else's webhook is none", async () => {
  const [owner, stranger] = [await testOrganization(), await testOrganization()];
  const { webhook } = await createWebhook({ url: URL }, owner);
  const { id: deliveryId } = await sendTestEvent(webhook.id, owner);
  const ids = { webhookId: webhook.id, deliveryId };
  for (const attempt of [
    () => getWebhook(webhook.id, stranger),
    () => updateWebhook(webhook.id, { enabled: false }, stranger),
    () => rotateSecret(webhook.id, stranger),
    () => deleteWebhook(webhook.id, stranger),
    () => sendTestEvent(webhook.id, stranger),
    () => listDeliveries(webhook.id, stranger, { after: null, limit: 10 }),
    () => getDelivery(ids, stranger),
    () => redeliver(ids, stranger),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "webhook_not_found" });
  }
  const other = await createWebhook({ url: URL }, owner);
  await expect(getDelivery({ webhookId: other.webhook.id, deliveryId }, owner)).rejects.toMatchObject({
    code: "delivery_not_found",
  });
  await expect(getDelivery({ ...ids, deliveryId: randomUUID() }, owner)).rejects.toMatchObject({
    code: "delivery_not_found",
  });
});

test("a test event is sent once, also to a disabled webhook, and what came back is told", async () => {
  const receiver = await testReceiver(answerStatus(418));
  const { actor, webhookId } = await testWebhook(receiver.url);
  await updateWebhook(webhookId, { enabled: false }, actor);
  const { id } = await sendTestEvent(webhookId, actor);
  await sendOnce({ deliveryId: id }, testNetwork());
  expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({
    type: "webhook.test",
    data: { webhook_id: webhookId },
  });
  const delivery = await getDelivery({ webhookId, deliveryId: id }, actor);
  expect(delivery).toMatchObject({ status: "failed", attempts: [{ responseStatus: 418, responseBody: "answer 418" }] });
});

test("a test event that the worker never got to send has failed", async () => {
  const { actor, webhookId } = await testWebhook(URL);
  const { id: deliveryId } = await sendTestEvent(webhookId, actor);
  await giveUpSending({ deliveryId });
  expect(await getDelivery({ webhookId, deliveryId }, actor)).toMatchObject({ status: "failed", attempts: [] });
});

test("webhooks are listed with the newest thing each was sent, and those that we stopped are counted", async () => {
  const { actor, webhookId } = await testWebhook(URL);
  const quiet = await createWebhook({ url: URL }, actor);
  await sendTestEvent(webhookId, actor);
  const listed = await listWithLatest(actor);
  expect(listed.map(({ webhook, latest }) => [webhook.id, latest?.type, latest?.status])).toEqual([
    [quiet.webhook.id, undefined, undefined],
    [webhookId, "webhook.test", "pending"],
  ]);
  await updateWebhook(quiet.webhook.id, { enabled: false }, actor); // by hand: nobody has to be told
  expect(await countStopped(actor)).toBe(0);
  await webhooks.disable(db(), webhookId, fault("gone"));
  expect(await countStopped(actor)).toBe(1);
});

test("nothing is sent again to a disabled webhook", async () => {
  const { actor, webhookId } = await testWebhook(URL);
  const { id: deliveryId } = await sendTestEvent(webhookId, actor);
  await updateWebhook(webhookId, { enabled: false }, actor);
  await expect(redeliver({ webhookId, deliveryId }, actor)).rejects.toMatchObject({ code: "webhook_disabled" });
});

test("deliveries are listed newest first, by their state, page by page", async () => {
  const { actor, organizationId, interviewId, webhookId } = await testWebhook(URL);
  for (const version of [1, 2, 3]) {
    const data = { version, provisional: false };
    await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  }
  const [first] = await deliveriesOf(webhookId);
  await db().webhookDelivery.update({ where: { id: first?.id ?? "" }, data: { status: "delivered" } });
  const page = await listDeliveries(webhookId, actor, { after: null, limit: 2 });
  const rest = await listDeliveries(webhookId, actor, { after: page[1] ?? null, limit: 2 });
  const versions = [...page, ...rest].map(({ event }) => (event.payload as { data: { version: number } }).data.version);
  expect(versions).toEqual([3, 2, 1]);
  const delivered = await listDeliveries(webhookId, actor, { status: "delivered", after: null, limit: 10 });
  expect(delivered.map(({ id }) => id)).toEqual([first?.id]);
});
