import * as auditEvents from "../db/audit-events.ts";
import { type Db, db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as idempotencyKeys from "../db/idempotency-keys.ts";
import * as webhookEvents from "../db/webhook-events.ts";
import { type Env, env } from "../env.ts";

const DAY_MS = 24 * 3_600_000;

/** In one transaction: short enough that nobody waits for it. */
const BATCH = 500;
/** In one go; the next one does the rest. */
const MAX_BATCHES = 400;

type Removed = { events: number; auditEvents: number; auditMarks: number; idempotencyKeys: number };

/**
 * Removes what has been kept for its time: events with their deliveries, the record of who did what, answers to repeated requests.
 * @param at other than the database's time: for tests
 * @returns how many of each
 */
export async function removeOld(
  at?: Date,
  { eventDays, auditDays }: Env["retention"] = env().retention,
  batch: number = BATCH,
): Promise<Removed> {
  const now = at ?? (await databaseNow(db()));
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    events: await inBatches(batch, (tx) => webhookEvents.removeOldest(tx, ago(eventDays), batch)),
    auditEvents: await inBatches(batch, (tx) => auditEvents.removeExpired(tx, auditDays, batch)),
    auditMarks: await inBatches(batch, (tx) => auditEvents.removeOldMarks(tx, batch)),
    idempotencyKeys: await inBatches(batch, (tx) => idempotencyKeys.removeOldest(tx, now, batch)),
  };
}

async function inBatches(size: number, removeSome: (tx: Db) => Promise<number>): Promise<number> {
  let removed = 0;
  for (let batches = 0; batches < MAX_BATCHES; batches++) {
    const count = await transaction(removeSome);
    removed += count;
    if (count < size) break;
  }
  return removed;
}
