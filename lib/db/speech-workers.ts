import type { Db } from "./client.ts";

/** Workers say again within this time what they can do. */
export const SAID_EVERY_MS = 30_000;
const BELIEVED_FOR_MS = 100_000;

/** What a worker can write down words with. @param state as lib/speech/speech-state.ts has it */
export async function tell(db: Db, workerId: string, state: object): Promise<void> {
  await db.$executeRaw`
    INSERT INTO speech_workers (worker_id, state, beat_at)
    VALUES (${workerId}::uuid, ${JSON.stringify(state)}::jsonb, clock_timestamp())
    ON CONFLICT (worker_id) DO UPDATE SET state = EXCLUDED.state, beat_at = EXCLUDED.beat_at`;
}

/** A worker that stops; and those that could not say so. */
export async function remove(db: Db, workerId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM speech_workers WHERE worker_id = ${workerId}::uuid OR beat_at < clock_timestamp() - interval '1 day'`;
}

/** What the workers that are there say, the latest first. */
export async function listStates(db: Db): Promise<unknown[]> {
  const rows = await db.$queryRaw<{ state: unknown }[]>`
    SELECT state FROM speech_workers
    WHERE beat_at >= clock_timestamp() - ${BELIEVED_FOR_MS} * interval '1 millisecond' ORDER BY beat_at DESC LIMIT 20`;
  return rows.map(({ state }) => state);
}
