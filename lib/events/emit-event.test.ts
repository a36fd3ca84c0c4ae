import { afterAll, expect, test } from "vitest";
import { EVENT_PAYLOADS } from "../contract/v1/webhook-events.ts";
import { db, transaction } from "../db/client.ts";
import { boss, stopBoss } from "../queue/boss.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { deliveriesOf, testWebhook } from "../testing/webhooks/webhook.ts";
import { emitEvent } from "./emit-event.ts";

await testDatabase();
afterAll(stopBoss);

const URL = "https://receiver.example/";
const made = {
  decision_id: "0b8f3a5e-0000-4000-8000-000000000001",
  decision: "passed",
  made_by: "user",
  api_key_id: null,
  recording_version: 1,
  analysis_version: 1,
} as const;

async function jobsFor(webhookId: string) {
  const jobs = await (await boss()).findJobs<{ webhookId: string }>("webhook.deliver", { queued: true });
  return jobs.filter(({ data }) => data.webhookId === webhookId).length;
}

test("without a webhook nothing is stored", async () => {
  const { actor, interviewId } = await testSession();
  const { organizationId } = actor;
  await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "decision.made", data: made }));
  expect(await db().webhookEvent.count({ where: { organizationId } })).toBe(0);
});

test("an event becomes a message of ids, status words and links, as the contract describes it", async () => {
  const { organizationId, interviewId, webhookId, sessionId, publicId, candidateId } = await testWebhook(URL);
  await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "decision.made", data: made }));
  const [delivery] = await deliveriesOf(webhookId);
  expect(delivery).toMatchObject({ status: "pending", attemptCount: 0 });
  const payload = delivery?.event.payload;
  expect(payload).toMatchObject({
    type: "decision.made",
    data: {
      ...made,
      interview_id: interviewId,
      candidate_id: candidateId,
      session_id: publicId,
      links: {
        review: expect.stringMatching(`/interviews/${interviewId}$`),
        recording: expect.stringMatching(`/${candidateId}\\?session_id=${publicId}$`),
      },
    },
  });
  expect(EVENT_PAYLOADS.filter((schema) => schema.safeParse(payload).success)).toHaveLength(1);
  expect(JSON.stringify(payload)).not.toMatch(/Ada|Lovelace|ada@/);
  expect(JSON.stringify(payload)).not.toContain(sessionId);
  expect(await jobsFor(webhookId)).toBe(1);
});

test("an event is kept from the first webhook on, also where none works or wants it", async () => {
  const { organizationId, interviewId, webhookId } = await testWebhook(URL, { events: ["analysis.failed"] });
  const emit = () =>
    transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "decision.made", data: made }));
  await emit();
  await db().webhook.update({ where: { id: webhookId }, data: { events: [], disabledAt: new Date() } });
  await emit();
  expect(await db().webhookEvent.count({ where: { organizationId } })).toBe(2);
});

test("a webhook that chose other events, one that is disabled and one of somebody else get nothing", async () => {
  const { organizationId, interviewId, webhookId } = await testWebhook(URL, { events: ["analysis.failed"] });
  const stranger = await testWebhook(URL);
  const emit = () =>
    transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "decision.made", data: made }));
  await emit();
  await db().webhook.update({ where: { id: webhookId }, data: { events: [], disabledAt: new Date() } });
  await emit();
  expect(await deliveriesOf(webhookId)).toEqual([]);
  expect(await deliveriesOf(stranger.webhookId)).toEqual([]);
  expect(await jobsFor(webhookId)).toBe(0);
});

test("what is rolled back was never told", async () => {
  const { organizationId, interviewId, webhookId } = await testWebhook(URL);
  const broken = transaction(async (tx) => {
    await emitEvent(tx, { organizationId, interviewId, type: "decision.made", data: made });
    throw new Error("something else went wrong");
  });
  await expect(broken).rejects.toThrow("something else");
  expect(await deliveriesOf(webhookId)).toEqual([]);
  expect(await jobsFor(webhookId)).toBe(0);
});

test("events of one interview are numbered in the order in which they become visible", async () => {
  const { organizationId, interviewId, webhookId } = await testWebhook(URL);
  const order: string[] = [];
  const emit = (decision: "passed" | "failed", holdMs: number) =>
    transaction(async (tx) => {
      await emitEvent(tx, { organizationId, interviewId, type: "decision.made", data: { ...made, decision } });
      order.push(decision); // before anybody else may
      await new Promise((resolve) => setTimeout(resolve, holdMs));
    });
  const slow = emit("passed", 300);
  await expect.poll(() => order).toEqual(["passed"]);
  await Promise.all([slow, emit("failed", 0)]);
  const sent = (await deliveriesOf(webhookId)).map(({ event }) => event.payload as { data: { decision: string } });
  expect(sent.map(({ data }) => data.decision)).toEqual(order);
});
