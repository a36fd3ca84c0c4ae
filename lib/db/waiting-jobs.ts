import type { Db } from "./client.ts";

/** A kind of job of which some could begin now, and how long the oldest has waited for that. */
export type WaitingJobs = { job: string; waiting: number; oldestSeconds: number };

/** The longest waiting first. Times are the database's. */
export function listWaiting(db: Db, names: readonly string[]): Promise<WaitingJobs[]> {
  return db.$queryRaw<WaitingJobs[]>`
    SELECT name AS job, count(*)::int AS waiting,
      floor(extract(epoch FROM now() - min(greatest(created_on, start_after))))::int AS "oldestSeconds"
    FROM pgboss.job
    WHERE name = ANY(${names}::text[]) AND state IN ('created', 'retry') AND start_after <= now()
    GROUP BY name ORDER BY "oldestSeconds" DESC`;
}
