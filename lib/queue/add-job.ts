import type { SendOptions } from "pg-boss";
import type { Db } from "../db/client.ts";
import { boss } from "./boss.ts";
import type { JobData, JobName } from "./jobs.ts";

/**
 * Many reasons for the same work make it once: within so many seconds, jobs of this key become one now and one at the end,
 * which sees everything that came in between.
 */
export type Gathered = { key: string; withinSeconds: number };

/**
 * Not before this moment; the worker takes only so many jobs of a group at once (lib/worker/worker.ts). One of less `priority` (0 where
 * nothing is said) waits for all of more.
 */
export type Timing = { startAfter?: Date; group?: string; priority?: number };

/** Adds a job inside the caller's transaction: if that rolls back, the job was never there. */
export async function addJob<N extends JobName>(
  db: Db,
  name: N,
  data: JobData<N>,
  when: Gathered | Timing = {},
): Promise<void> {
  const queue = await boss();
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values),
  });
  await queue.send(name, data, { ...optionsOf(when), db: { executeSql } });
}

function optionsOf(when: Gathered | Timing): SendOptions {
  if ("key" in when) {
    return { singletonKey: when.key, singletonSeconds: when.withinSeconds, singletonNextSlot: true };
  }
  const { startAfter, group, priority = 0 } = when;
  return { priority, ...(startAfter ? { startAfter } : {}), ...(group ? { group: { id: group } } : {}) };
}
