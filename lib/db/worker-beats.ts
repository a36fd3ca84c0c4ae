import type { Db } from "./client.ts";

/** A worker is alive while its last beat is younger than this. It beats every five seconds. */
export const ALIVE_FOR_MS = 20_000;

export async function beat(db: Db, id: string): Promise<void> {
  const now = new Date();
  await db.workerBeat.upsert({ where: { id }, create: { id, startedAt: now, beatAt: now }, update: { beatAt: now } });
}

/** A worker that stops says goodbye; beats of those that could not are swept away after a day. */
export async function remove(db: Db, id: string): Promise<void> {
  const dayAgo = new Date(Date.now() - 24 * 3_600_000);
  await db.workerBeat.deleteMany({ where: { OR: [{ id }, { beatAt: { lt: dayAgo } }] } });
}

export async function anyAlive(db: Db): Promise<boolean> {
  const since = new Date(Date.now() - ALIVE_FOR_MS);
  return (await db.workerBeat.findFirst({ where: { beatAt: { gte: since } }, select: { id: true } })) !== null;
}
