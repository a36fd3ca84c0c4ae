import type { Db } from "../db/client.ts";
import { boss } from "./boss.ts";
import type { JobData, JobName } from "./jobs.ts";

/**
 * Many reasons for the same work make it once: within so many seconds, jobs of this key become one now and one at the end,
 * which sees everything that came in between.
 */
export type Gathered = { key: string; withinSeconds: number };

/** Adds a job inside the caller's transaction: if that rolls back, the job was never there. */
export async function addJob<N extends JobName>(db: Db, name: N, data: JobData<N>, gathered?: Gathered): Promise<void> {
  const queue = await boss();
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values),
  });
  const once = gathered && {
    singletonKey: gathered.key,
    singletonSeconds: gathered.withinSeconds,
    singletonNextSlot: true,
  };
  await queue.send(name, data, { ...once, db: { executeSql } });
}
