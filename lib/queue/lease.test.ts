import { afterAll, expect, test } from "vitest";
import { type Db, db, transaction } from "../db/client.ts";
import type { DeliveryToSend } from "../db/webhook-deliveries.ts";
import * as deliveries from "../db/webhook-deliveries.ts";
import { randomFrom } from "../domain/random.ts";
import { emitEvent } from "../events/emit-event.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testWebhook } from "../testing/webhooks/webhook.ts";
import { addJob } from "./add-job.ts";
import { boss, stopBoss } from "./boss.ts";
import { leaseAndSettle } from "./lease.ts";

await testDatabase();
afterAll(stopBoss);

const LEASE_MS = 60_000;

/** A row that is due: a delivery nobody sends. */
async function dueRow() {
  const { organizationId, interviewId, webhookId } = await testWebhook("https://receiver.example/");
  const data = { version: 1, provisional: false };
  await transaction((tx) => emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data }));
  const feed = { webhookId, interviewId };
  const read = async () => (await deliveries.findNext(db(), feed)) ?? expect.fail("the row is no longer waiting");
  return { feed, read, row: await read() };
}

/** A row leased for a minute. */
function leased<Settled>(
  row: DeliveryToSend,
  work: (held: DeliveryToSend) => Promise<string>,
  settle: (tx: Db, held: DeliveryToSend) => Promise<Settled>,
) {
  return leaseAndSettle(row, { leaseMs: LEASE_MS, take: deliveries.lease, work, settle });
}

const delivered = (tx: Db, { id }: DeliveryToSend) => deliveries.markDelivered(tx, id);

test("of many who want a row at once one works on it, and the others hear when its lease is over", async () => {
  const { row } = await dueRow();
  let works = 0;
  const work = async () => `work ${++works}`;
  const leases = await Promise.all(Array.from({ length: 8 }, () => leased(row, work, delivered)));
  const mine = leases.filter(({ isMine }) => isMine);
  expect(mine).toHaveLength(1);
  expect(works).toBe(1);
  for (const { until } of leases) expect(Math.abs(until.getTime() - Date.now() - LEASE_MS)).toBeLessThan(10_000);
  const [lease] = mine;
  if (!lease?.isMine) expect.fail("nobody has it");
  await lease.settled;
  expect(await lease.outcome).toBe("work 1");
});

test("what is settled and the job for what is next are there together, or neither is and the lease ends", async () => {
  const { feed, read, row } = await dueRow();
  const later = new Date(Date.now() + 3_600_000);
  const lease = await leased(
    row,
    async () => "sent",
    async (tx, held) => {
      await deliveries.postpone(tx, held, later);
      await addJob(tx, "webhook.deliver", feed, { startAfter: later });
      throw new Error("something went wrong at the end");
    },
  );
  if (!lease.isMine) expect.fail("nobody else wants it");
  await expect(lease.settled).rejects.toThrow("something went wrong");
  expect((await read()).nextAttemptAt).toEqual(lease.until);
  const jobs = await (await boss()).findJobs<{ webhookId: string }>("webhook.deliver", { queued: true });
  const added = jobs.filter(({ data, startAfter }) => data.webhookId === feed.webhookId && startAfter >= later);
  expect(added).toEqual([]);
});

test("who settles after its lease was over and taken by somebody else moves nothing", async () => {
  const { read, row } = await dueRow();
  const later = new Date(Date.now() + 3_600_000);
  const late = Promise.withResolvers<string>();
  const first = await leased(
    row,
    () => late.promise,
    (tx, held) => deliveries.postpone(tx, held, later),
  );
  const second = await leased(
    await read(),
    async () => "sent",
    async () => {},
  );
  if (!first.isMine || !second.isMine) expect.fail("each had it");
  late.resolve("late");
  expect(await first.settled).toBe(false);
  expect((await read()).nextAttemptAt).toEqual(second.until);
});

const SEED = 20_261_129;

test(`workers that fail at any moment leave no row undone and none that is settled twice (seed ${SEED})`, async () => {
  const random = randomFrom(SEED);
  const { feed, row } = await dueRow();
  for (let isSettled = false; !isSettled; ) {
    const failsAt = ["work", "settling", "nowhere"][Math.floor(random() * 3)];
    const found = await deliveries.findNext(db(), feed);
    if (!found) expect.fail("not settled, and not waiting");
    const lease = await leased(
      found,
      async () => (failsAt === "work" ? Promise.reject(new Error("failed at work")) : "sent"),
      async (tx, held) => {
        await delivered(tx, held);
        if (failsAt === "settling") throw new Error("failed at settling");
      },
    );
    if (!lease.isMine) expect.fail("nobody else wants it");
    isSettled = await lease.settled.then(
      () => true,
      () => false,
    );
    expect(isSettled).toBe(failsAt === "nowhere");
    const { status } = await db().webhookDelivery.findUniqueOrThrow({ where: { id: row.id } });
    expect(status).toBe(isSettled ? "delivered" : "pending");
    // As when the lease of whoever failed is over.
    await db().webhookDelivery.updateMany({ where: { id: row.id }, data: { nextAttemptAt: new Date(0) } });
  }
  expect(await deliveries.findNext(db(), feed)).toBeNull();
});
