import type { Db } from "./client.ts";

/*
 * Which jobs work on something of a candidate now. All times are the database's. Not a lock of a connection: a pooler would lend that to
 * others, and a worker that is killed would hold it for as long as nobody notices.
 */

/** So long a job is believed that has not said anything since. */
export const WORK_SECONDS = 20;

export async function begin(tx: Db, candidateId: number, holder: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO candidate_work (holder, candidate_id, until)
    VALUES (${holder}::uuid, ${candidateId}, clock_timestamp() + make_interval(secs => ${WORK_SECONDS}))`;
}

export async function goOn(db: Db, holder: string): Promise<void> {
  await db.$executeRaw`
    UPDATE candidate_work SET until = clock_timestamp() + make_interval(secs => ${WORK_SECONDS})
    WHERE holder = ${holder}::uuid`;
}

export async function end(db: Db, holder: string): Promise<void> {
  await db.$executeRaw`DELETE FROM candidate_work WHERE holder = ${holder}::uuid OR until < now() - interval '1 day'`;
}

export async function isAnyAt(db: Db, candidateId: number): Promise<boolean> {
  const at = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM candidate_work WHERE candidate_id = ${candidateId} AND until >= clock_timestamp() LIMIT 1`;
  return at.length > 0;
}
