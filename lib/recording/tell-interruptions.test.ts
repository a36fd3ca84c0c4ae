import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import { testDatabase } from "../testing/database/database.ts";
import { deliveriesOf, testWebhook } from "../testing/webhooks/webhook.ts";
import { sweep } from "./sweep.ts";

await testDatabase();

const URL = "https://receiver.example/";

const seen = (sessionId: string, secondsAgo: number) =>
  db().session.update({
    where: { id: sessionId },
    data: { lastSeenAt: new Date(Date.now() - secondsAgo * 1000) },
  });

test("a silence of a minute is told once, however often and by however many it is looked for", async () => {
  const { sessionId, webhookId } = await testWebhook(URL);
  await seen(sessionId, 59);
  await sweep();
  expect(await deliveriesOf(webhookId)).toEqual([]);

  const { lastSeenAt, publicId } = await seen(sessionId, 61);
  await Promise.all([sweep(), sweep(), sweep()]);
  await sweep();
  const told = await deliveriesOf(webhookId);
  expect(told.map(({ event }) => event.payload)).toMatchObject([
    { type: "interview.interrupted", data: { last_seen_at: lastSeenAt.toISOString(), session_id: publicId } },
  ]);
});

test("the next silence is told again", async () => {
  const { sessionId, webhookId } = await testWebhook(URL);
  await seen(sessionId, 120);
  await sweep();
  await seen(sessionId, -1); // back
  await sweep();
  expect(await deliveriesOf(webhookId)).toHaveLength(1);
  await sweep(new Date(Date.now() + 70_000));
  expect(await deliveriesOf(webhookId)).toHaveLength(2);
});

test("nobody is told who did not ask for it", async () => {
  const { sessionId, webhookId, organizationId } = await testWebhook(URL, { events: ["decision.made"] });
  await seen(sessionId, 120);
  await sweep();
  expect(await deliveriesOf(webhookId)).toEqual([]);
  expect(await db().webhookEvent.count({ where: { organizationId } })).toBe(0);
});
