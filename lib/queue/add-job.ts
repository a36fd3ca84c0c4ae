import type { Db } from "../db/client.ts";
import { boss } from "./boss.ts";
import type { JobData, JobName } from "./jobs.ts";

/** Adds a job inside the caller's transaction: if that rolls back, the job was never there. */
export async function addJob<N extends JobName>(db: Db, name: N, data: JobData<N>): Promise<void> {
  const queue = await boss();
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: await db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values),
  });
  await queue.send(name, data, { db: { executeSql } });
}
