import type { Db } from "./client.ts";

/** A worker is alive while its last beat is younger than this. It beats every five seconds. */
export const ALIVE_FOR_MS = 20_000;

export async function beat(db: Db, id: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO worker_beats (id, started_at, beat_at) VALUES (${id}::uuid, clock_timestamp(), clock_timestamp())
    ON CONFLICT (id) DO UPDATE SET beat_at = clock_timestamp()`;
}

/** A worker that stops says goodbye; beats of those that could not are swept away after a day. */
export async function remove(db: Db, id: string): Promise<void> {
  await db.$executeRaw`DELETE FROM worker_beats WHERE id = ${id}::uuid OR beat_at < now() - interval '1 day'`;
}

export async function anyAlive(db: Db): Promise<boolean> {
  const alive = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM worker_beats WHERE beat_at >= now() - ${ALIVE_FOR_MS} * interval '1 millisecond' LIMIT 1`;
  return alive.length > 0;
}
