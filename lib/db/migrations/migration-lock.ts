import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";

/** Prisma's own engine locks by this number, so that whoever runs `prisma migrate deploy` and a start wait for each other. */
const LOCK = 72_707_369;
const POLL_MS = 250;
const TOLD_AFTER_POLLS = 4; // a second: shorter waits are nobody's concern

export type Waiting = {
  /** Told, line by line, what a person should know meanwhile. */
  say: (line: string) => void;
  /** For how long to wait for another process that migrates, in milliseconds. */
  lockWaitMs: number;
};

/*
 * A long migration is no mistake, so the server's limit for a statement does not count. Waiting for a table does: behind a change
 * that waits, every query of that table waits, too. The product's own transactions last 20 s at most.
 */
const BEGIN = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL lock_timeout = '30s';`;

/**
 * Does `work` in a transaction in which no other process migrates. The lock is the transaction's, not the session's: it ends with the
 * work, however that ends, and holds behind a pooler that lends a connection for one transaction at a time.
 *
 * @throws Error when another process has it for longer than `lockWaitMs`; what `work` throws, which then has done nothing
 */
export async function whileLocked<T>(client: pg.Client, waiting: Waiting, work: () => Promise<T>): Promise<T> {
  await beginLocked(client, waiting);
  try {
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined); // a connection that is lost has rolled back
    throw error;
  }
}

/**
 * Asks again and again: a statement that waits is one that CREATE INDEX CONCURRENTLY, under the lock that it waits for, would wait
 * for.
 */
async function beginLocked(client: pg.Client, { say, lockWaitMs }: Waiting): Promise<void> {
  const deadline = Date.now() + lockWaitMs;
  for (let asked = 0; ; asked++) {
    await client.query(BEGIN);
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS taken", [LOCK]);
    if (rows[0]?.taken) return;
    await client.query("ROLLBACK");
    if (asked === TOLD_AFTER_POLLS) say("Another process migrates the database; waiting for it …");
    if (Date.now() > deadline) throw new Error(`another process has kept it locked for ${lockWaitMs / 1000} s`);
    await delay(POLL_MS);
  }
}
