import type { Db } from "./client.ts";

/** Workers are there while the last beat is younger than this. Whoever leads beats every five seconds. */
export const ALIVE_FOR_MS = 20_000;

/** A leader that has not given a sign of life for so long is followed by another: two beats missed, and before anybody misses the workers. */
export const LEADS_FOR_MS = 12_000;

/**
 * Beats for a worker, if it leads: the one that has led longest does, of those who give signs of life. Two that begin in the same
 * moment find out at the next beat who of them goes on.
 * @returns whether it leads
 */
export async function lead(db: Db, id: string): Promise<boolean> {
  const beats = await db.$executeRaw`
    WITH mine AS (
      SELECT coalesce((SELECT started_at FROM worker_beats WHERE id = ${id}::uuid), clock_timestamp()) AS started_at
    )
    INSERT INTO worker_beats (id, started_at, beat_at)
    SELECT ${id}::uuid, mine.started_at, clock_timestamp() FROM mine
    WHERE NOT EXISTS (
      SELECT 1 FROM worker_beats other
      WHERE other.id <> ${id}::uuid
        AND other.beat_at >= clock_timestamp() - ${LEADS_FOR_MS} * interval '1 millisecond'
        AND (other.started_at, other.id) < (mine.started_at, ${id}::uuid))
    ON CONFLICT (id) DO UPDATE SET beat_at = clock_timestamp()`;
  return beats > 0;
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
