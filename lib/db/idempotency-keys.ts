import type { Db } from "./client.ts";

export type StoredAnswer = { requestHash: string; status: number; body: string };

/** Kept for a day: what is older may be asked anew. */
const KEPT_MS = 24 * 3_600_000;

/**
 * Takes the right to be the one request with this key, until the transaction ends, however it ends.
 * @returns false while another request holds it
 */
export async function tryHold(tx: Db, caller: string, key: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${caller}\n${key}`}, 0)) AS held`;
  return row?.held ?? false;
}

/** Whether a caller has this many keys, counting no further. */
export async function hasAsMany(tx: Db, caller: string, most: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ reached: boolean }[]>`
    SELECT count(*) >= ${most}::int AS reached FROM (
      SELECT 1 FROM idempotency_keys WHERE caller = ${caller} LIMIT ${most}
    ) AS some`;
  return row?.reached ?? false;
}

export async function find(tx: Db, caller: string, key: string, now = new Date()): Promise<StoredAnswer | null> {
  return tx.idempotencyKey.findFirst({
    where: { caller, key, createdAt: { gt: new Date(now.getTime() - KEPT_MS) } },
    select: { requestHash: true, status: true, body: true },
  });
}

export async function store(tx: Db, caller: string, key: string, answer: StoredAnswer): Promise<void> {
  const row = { ...answer, createdAt: new Date() };
  await tx.idempotencyKey.upsert({
    where: { caller_key: { caller, key } },
    create: { caller, key, ...row },
    update: row,
  });
}

/**
 * Removes some of those that are over.
 * @returns how many: less than the limit when there are no more
 */
export function removeOldest(db: Db, now: Date, limit: number): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  return db.$executeRaw`
    DELETE FROM idempotency_keys WHERE (caller, key) IN (
      SELECT caller, key FROM idempotency_keys WHERE created_at < ${before} ORDER BY created_at LIMIT ${limit})
    AND created_at < ${before}`;
}
