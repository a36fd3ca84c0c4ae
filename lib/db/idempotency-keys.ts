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
    ) AS stored`;
  return row?.reached ?? false;
}

export async function find(tx: Db, caller: string, key: string): Promise<StoredAnswer | null> {
  const [stored] = await tx.$queryRaw<StoredAnswer[]>`
    SELECT request_hash AS "requestHash", status, body FROM idempotency_keys
    WHERE caller = ${caller} AND key = ${key} AND created_at > now() - ${KEPT_MS} * interval '1 millisecond'`;
  return stored ?? null;
}

export async function store(tx: Db, caller: string, key: string, answer: StoredAnswer): Promise<void> {
  const { requestHash, status, body } = answer;
  await tx.$executeRaw`
    INSERT INTO idempotency_keys (caller, key, request_hash, status, body, created_at)
    VALUES (${caller}, ${key}, ${requestHash}, ${status}::int, ${body}, clock_timestamp())
    ON CONFLICT (caller, key) DO UPDATE
    SET request_hash = excluded.request_hash, status = excluded.status, body = excluded.body, created_at = excluded.created_at`;
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
