import { afterAll, expect, test } from "vitest";
import { db, transaction } from "../db/client.ts";
import * as idempotencyKeys from "../db/idempotency-keys.ts";
import { emitEvent } from "../events/emit-event.ts";
import { stopBoss } from "../queue/boss.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { deliveriesOf, testWebhook } from "../testing/webhooks/webhook.ts";
import { removeOld } from "./remove-old.ts";

await testDatabase();
afterAll(stopBoss);

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

test("the record of who did what is kept for its days, and says how much of it has gone", async () => {
  const { organizationId } = await testOrganization();
  await entries(organizationId, 399, ["young"]);
  await entries(organizationId, 401, ["older", "old"]);
  const { auditEvents: removed } = await removeOld(now, KEPT, 1);
  expect(removed).toBe(2);
  const left = await db().auditEvent.findMany({ where: { organizationId }, orderBy: { id: "asc" } });
  expect(left.map(({ action, subjectId, detail }) => [action, subjectId, detail])).toEqual([
    ["webhook.tested", "young", {}],
    ["audit.expired", organizationId, { entries: 1, kept_days: 400 }],
    ["audit.expired", organizationId, { entries: 1, kept_days: 400 }],
  ]);
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
  const { organizationId } = await testOrganization();
  await entries(
    organizationId,
    401,
    Array.from({ length: 50 }, (_, index) => `${index}`),
  );
  await Promise.all([removeOld(now, KEPT, 7), removeOld(now, KEPT, 7)]);
  await removeOld(now, KEPT, 7);
  const left = await db().auditEvent.findMany({ where: { organizationId } });
  expect(left.filter(({ action }) => action !== "audit.expired")).toEqual([]);
  const told = left.map(({ detail }) => (detail as { entries: number }).entries);
  expect(told.reduce((sum, entries) => sum + entries, 0)).toBe(50);
});

/**
 * In the record since so many days, by the real clock: their age is the database's to tell. They are numbered from before what these
 * tests have written so far, as older entries are.
 */
async function entries(organizationId: string, days: number, subjects: string[]): Promise<void> {
  const at = new Date(Date.now() - days * 24 * 3_600_000);
  const who = { organizationId, actorKind: "system", action: "webhook.tested", subjectKind: "webhook" };
  const { _min: first } = await db().auditEvent.aggregate({ _min: { id: true } });
  const before = (first.id ?? 0n) - BigInt(subjects.length);
  const rows = subjects.map((subjectId, index) => ({ ...who, id: before + BigInt(index), subjectId, at }));
  await db().auditEvent.createMany({ data: rows });
}
