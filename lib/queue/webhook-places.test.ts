import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { db, transaction } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { emitEvent } from "../events/emit-event.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testInvitation } from "../testing/invitation.ts";
import { type Behaviour, testReceiver } from "../testing/webhooks/receiver.ts";
import { testWebhook } from "../testing/webhooks/webhook.ts";
import { runWorker } from "../worker/worker.ts";

vi.hoisted(() => {
  process.env.WEBHOOK_ALLOW_PRIVATE = "1";
});
await testDatabase();

/** More than there are quick workers, each with more than it may use of them. */
const HANGING = 10;
const INTERVIEWS = 4;

/** A webhook with one event of each of so many interviews waiting. */
async function waiting(interviews: number, behave?: Behaviour) {
  const receiver = await testReceiver(behave);
  const { actor, webhookId } = await testWebhook(receiver.url);
  const emit = () => Promise.all(Array.from({ length: interviews }, () => emitOf(actor)));
  await emit();
  return { webhookId, receiver, emit };
}

async function emitOf(actor: Actor) {
  const who = { name: "Ada Lovelace", email: `${randomUUID()}@example.com` };
  const { interviewId } = await testInvitation(who, actor);
  const { organizationId } = actor;
  const data = { version: 1, provisional: false };
  await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
}

test("receivers that hang, however much they have waiting, do not hold up one that answers", async () => {
  const hanging = [];
  for (let one = 0; one < HANGING; one++) hanging.push(await waiting(INTERVIEWS, () => {}));
  const healthy = await waiting(3);
  const worker = await runWorker();
  onTestFinished(() => worker.stop());

  await expect.poll(() => healthy.receiver.received.length, { timeout: 20_000 }).toBe(3);
  const webhookId = { in: hanging.map((one) => one.webhookId) };
  // None of them was waited for: not one exchange with them is over.
  expect(await db().webhookAttempt.count({ where: { delivery: { webhookId } } })).toBe(0);

  const known = { id: webhookId, slowSince: { not: null } };
  await expect.poll(() => db().webhook.count({ where: known }), { timeout: 20_000 }).toBe(HANGING);
  for (const one of hanging) await one.emit();
  await healthy.emit();
  await expect.poll(() => healthy.receiver.received.length, { timeout: 20_000 }).toBe(6);
  for (const { receiver } of hanging) expect(receiver.open).toBeLessThanOrEqual(3); // two by quick workers, one by a slow one
  for (const { receiver } of hanging) {
    receiver.behave = (_, response) => void response.end();
    receiver.server.closeAllConnections(); // so that the worker can stop at once
  }
}, 90_000);
