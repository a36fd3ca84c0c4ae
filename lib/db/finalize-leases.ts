import type { Db } from "./client.ts";

/*
 * Who joins a recording now. Not a lock of a connection: a pooler would lend that to others, and a worker that is killed would hold it for as
 * long as nobody notices. All times are the database's.
 */

/** So long a run is believed that has not said anything since. */
export const LEASE_SECONDS = 20;

/** @returns false while another run holds it */
export async function take(db: Db, sessionId: string, by: string): Promise<boolean> {
  const taken = await db.$executeRaw`
    UPDATE recordings SET finalizing_by = ${by}::uuid, finalizing_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE session_id = ${sessionId}::uuid AND (finalizing_until IS NULL OR finalizing_until < now())`;
  return taken === 1;
}

export async function keep(db: Db, sessionId: string, by: string): Promise<void> {
  await db.$executeRaw`
    UPDATE recordings SET finalizing_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE session_id = ${sessionId}::uuid AND finalizing_by = ${by}::uuid`;
}

export async function release(db: Db, sessionId: string, by: string): Promise<void> {
  await db.$executeRaw`
    UPDATE recordings SET finalizing_by = NULL, finalizing_until = NULL
    WHERE session_id = ${sessionId}::uuid AND finalizing_by = ${by}::uuid`;
}
