import { afterAll, beforeEach, expect, test } from "vitest";
import * as auditEvents from "../db/audit-events.ts";
import { db, transaction } from "../db/client.ts";
import * as idempotencyKeys from "../db/idempotency-keys.ts";
import { testDatabase, testOrganization } from "../db/testing.ts";
import { stopBoss } from "../queue/boss.ts";
import { emitEvent } from "../webhooks/emit-event.ts";
import { deliveriesOf, testWebhook } from "../webhooks/testing-webhook.ts";
import { removeOld } from "./remove-old.ts";

await testDatabase();
afterAll(stopBoss);
beforeEach(async () => void (await db().auditEvent.deleteMany())); // the record is read from its beginning

const now = new Date("2027-03-01T00:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const KEPT = { eventDays: 30, auditDays: 400 };

test("events are kept for their days and then removed with their deliveries and attempts, the oldest first", async () => {
  const { organizationId, interviewId, webhookId } = await testWebhook("https://receiver.example/");
  for (let version = 1; version <= 7; version++) {
    const data = { version, provisional: false };
    await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  }
  const all = await deliveriesOf(webhookId);
  for (const [index, { id, eventId }] of all.entries()) {
    const at = index < 5 ? daysAgo(30.001) : daysAgo(29.999);
    await db().webhookEvent.update({ where: { id: eventId }, data: { at } });
    await db().webhookAttempt.create({ data: { deliveryId: id, responseStatus: 200, durationMs: 1 } });
  }
  expect(await removeOld(now, KEPT, 2)).toMatchObject({ events: 5 });
  expect((await deliveriesOf(webhookId)).map(({ eventId }) => eventId)).toEqual(
    all.slice(5).map(({ eventId }) => eventId),
  );
  expect(await db().webhookEvent.count()).toBe(2);
  expect(await db().webhookAttempt.count()).toBe(2);
  expect(await removeOld(now, KEPT, 2)).toMatchObject({ events: 0 });
});

test("the record of who did what is kept for its days", async () => {
  const actor = await testOrganization();
  const { organizationId } = actor;
  for (const id of ["old", "older", "young"])
    await auditEvents.append(db(), actor, "webhook.tested", { kind: "webhook", id });
  await db().auditEvent.updateMany({ where: { organizationId, subjectId: "young" }, data: { at: daysAgo(399) } });
  await db().auditEvent.updateMany({
    where: { organizationId, subjectId: { not: "young" } },
    data: { at: daysAgo(401) },
  });
  const { auditEvents: removed } = await removeOld(now, KEPT, 1);
  expect(removed).toBe(2);
  const left = await db().auditEvent.findMany({ where: { organizationId } });
  expect(left.map(({ subjectId }) => subjectId)).toEqual(["young"]);
});

test("answers to repeated requests are kept for a day", async () => {
  const answer = { requestHash: "hash", status: 200, body: "{}" };
  for (const key of ["a", "b", "c", "young"]) await idempotencyKeys.store(db(), "caller", key, answer);
  await db().idempotencyKey.updateMany({ data: { createdAt: daysAgo(1.001) } });
  await db().idempotencyKey.update({
    where: { caller_key: { caller: "caller", key: "young" } },
    data: { createdAt: daysAgo(0.999) },
  });
  expect(await removeOld(now, KEPT, 2)).toMatchObject({ idempotencyKeys: 3 });
  expect(await db().idempotencyKey.findMany({ select: { key: true } })).toEqual([{ key: "young" }]);
});

test("two at once remove everything once", async () => {
  const actor = await testOrganization();
  const subjects = Array.from({ length: 50 }, (_, index) => ({ kind: "webhook", id: `${index}` }));
  await auditEvents.appendAll(db(), actor, "webhook.tested", subjects);
  await db().auditEvent.updateMany({ where: { organizationId: actor.organizationId }, data: { at: daysAgo(401) } });
  await Promise.all([removeOld(now, KEPT, 7), removeOld(now, KEPT, 7)]);
  await removeOld(now, KEPT, 7);
  expect(await db().auditEvent.count({ where: { organizationId: actor.organizationId } })).toBe(0);
});
