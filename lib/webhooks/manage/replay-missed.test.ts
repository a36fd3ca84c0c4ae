import { afterAll, expect, test } from "vitest";
import type { EventDetails } from "../../contract/v1/webhook-events.ts";
import { db, transaction } from "../../db/client.ts";
import { emitEvent } from "../../events/emit-event.ts";
import { boss, stopBoss } from "../../queue/boss.ts";
import { testDatabase, testOrganization } from "../../testing/database/database.ts";
import { testNetwork, testReceiver } from "../../testing/webhooks/receiver.ts";
import { deliveriesOf, testWebhook } from "../../testing/webhooks/webhook.ts";
import { deliver } from "../deliver/deliver.ts";
import { createWebhook } from "./create-webhook.ts";
import { replayMissed } from "./replay-missed.ts";
import { sendTestEvent } from "./send-test-event.ts";
import { updateWebhook } from "./update-webhook.ts";

await testDatabase();
afterAll(stopBoss);

const network = testNetwork();
const ALWAYS = { since: "2020-01-01T00:00:00Z" };

/** A webhook at a receiver, and events of one interview. */
async function listening(events: string[] = []) {
  const receiver = await testReceiver();
  const hook = await testWebhook(receiver.url, { events });
  const { organizationId, interviewId, webhookId } = hook;
  const ready = (version: number) => {
    const data = { version, provisional: false };
    return transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  };
  const decided = () => {
    const data = {
      decision_id: "0b8f3a5e-0000-4000-8000-000000000001",
      decision: "passed",
      made_by: "user",
      api_key_id: null,
      recording_version: 1,
      analysis_version: 1,
    } satisfies EventDetails<"decision.made">;
    return transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "decision.made", data }));
  };
  const versions = () =>
    receiver.received.map(({ body }) => (JSON.parse(body) as { data: { version?: number } }).data.version);
  const switchTo = (enabled: boolean) => updateWebhook(webhookId, { enabled }, hook.actor);
  return { ...hook, receiver, ready, decided, versions, switchTo, feed: { webhookId, interviewId } };
}

test("what happened while a webhook was disabled is sent afterwards, in order, and what arrived before is not", async () => {
  const { actor, feed, ready, switchTo, versions, webhookId } = await listening();
  await ready(1);
  await deliver(feed, network);
  await switchTo(false);
  await ready(2);
  await ready(3);
  await expect(replayMissed(webhookId, ALWAYS, actor)).rejects.toMatchObject({ code: "webhook_disabled" });
  await switchTo(true);
  await deliver(feed, network);
  expect(versions()).toEqual([1]);

  expect(await replayMissed(webhookId, ALWAYS, actor)).toMatchObject({ count: 2, webhook: { id: webhookId } });
  const wakes = await (await boss()).findJobs<{ webhookId: string }>("webhook.resume", { queued: true });
  expect(wakes.filter(({ data }) => data.webhookId === webhookId)).toHaveLength(2); // enabled, and asked for
  await ready(4);
  await deliver(feed, network);
  expect(versions()).toEqual([1, 2, 3, 4]);
  expect(await replayMissed(webhookId, ALWAYS, actor)).toMatchObject({ count: 0 });
});

test("what was given up begins anew, with its whole schedule and the same id", async () => {
  const { actor, feed, ready, receiver, webhookId } = await listening();
  await ready(1);
  const data = { status: "failed", attemptCount: 10 };
  await db().webhookDelivery.updateMany({ where: { webhookId }, data });
  const [before] = await deliveriesOf(webhookId);
  expect(await replayMissed(webhookId, ALWAYS, actor)).toMatchObject({ count: 1 });
  const [after] = await deliveriesOf(webhookId);
  expect(after).toMatchObject({ id: before?.id, status: "pending", attemptCount: 0 });
  await deliver(feed, network);
  expect(receiver.received[0]?.headers["webhook-id"]).toBe(before?.event.messageId);
});

test("only what the webhook wants, of the time that was asked for", async () => {
  const { actor, decided, ready, switchTo, webhookId } = await listening(["recording.ready"]);
  await switchTo(false);
  await ready(1);
  await ready(2);
  await decided();
  await switchTo(true);
  const [first, second] = await db().webhookEvent.findMany({
    where: { organizationId: actor.organizationId },
    orderBy: { id: "asc" },
  });
  await db().webhookEvent.update({ where: { id: first?.id ?? 0n }, data: { at: new Date("2026-11-01T10:00:00Z") } });
  await db().webhookEvent.update({ where: { id: second?.id ?? 0n }, data: { at: new Date("2026-11-02T10:00:00Z") } });
  const replay = (since: string, until?: string) => replayMissed(webhookId, { since, until }, actor);
  expect((await replay("2026-11-02T12:00:00+02:00", "2026-11-02T12:00:00+02:00")).count).toBe(0);
  expect((await replay("2026-11-01T12:00:01+02:00", "2026-11-02T10:00:01Z")).count).toBe(1);
  expect((await deliveriesOf(webhookId)).map(({ eventId }) => eventId)).toEqual([second?.id]);
  expect((await replay("2026-11-01T12:00:00+02:00")).count).toBe(1);
});

test("a webhook that is added later, or wants more now, can have what was before; tests of others are not part of it", async () => {
  const { actor, decided, ready, webhookId } = await listening(["recording.ready"]);
  await ready(1);
  await decided();
  await sendTestEvent(webhookId, actor);
  const { webhook } = await createWebhook({ url: "https://receiver.example/" }, actor);
  expect((await replayMissed(webhook.id, ALWAYS, actor)).count).toBe(2);
  await updateWebhook(webhookId, { events: [] }, actor);
  expect((await replayMissed(webhookId, ALWAYS, actor)).count).toBe(1);
});

test("many are sent a part at a time, the oldest first, until there are no more", async () => {
  const { actor, ready, switchTo, webhookId } = await listening();
  await switchTo(false);
  for (const version of [1, 2, 3]) await ready(version);
  await switchTo(true);
  const replay = () => replayMissed(webhookId, ALWAYS, actor, 2);
  expect(await replay()).toMatchObject({ count: 2, more: true });
  const sent = (await deliveriesOf(webhookId)).map(({ event }) => event.payload as { data: { version: number } });
  expect(sent.map(({ data }) => data.version)).toEqual([1, 2]);
  expect(await replay()).toMatchObject({ count: 1, more: false });
  expect(await replay()).toMatchObject({ count: 0, more: false });
});

test("nobody gets somebody else's events, and what was asked for is on record", async () => {
  const { actor, ready } = await listening();
  await ready(1);
  const stranger = await testOrganization();
  const { webhook } = await createWebhook({ url: "https://receiver.example/" }, stranger);
  expect((await replayMissed(webhook.id, ALWAYS, stranger)).count).toBe(0);
  await expect(replayMissed(webhook.id, ALWAYS, actor)).rejects.toMatchObject({ code: "webhook_not_found" });
  const recorded = await db().auditEvent.findMany({ where: { subjectId: webhook.id, action: "webhook.replayed" } });
  expect(recorded.map(({ detail }) => detail)).toEqual([{ ...ALWAYS, count: 0 }]);
});
