import type { Db } from "./client.ts";

/* Work that goes through everything once: how far it has come, so that a worker that is stopped is followed by another. */

export type UpkeepTaskName = "find_part_conflicts";

/** The last that was looked at, empty at the beginning; null when all is done. */
export async function progressOf(db: Db, name: UpkeepTaskName): Promise<string | null> {
  const task = await db.upkeepTask.findUnique({ where: { name } });
  return task && task.doneAt === null ? task.after : null;
}

/** Goes on, by compare-and-set. @returns false when somebody else is at it */
export async function advance(db: Db, name: UpkeepTaskName, from: string, to: string): Promise<boolean> {
  const { count } = await db.upkeepTask.updateMany({ where: { name, after: from, doneAt: null }, data: { after: to } });
  return count === 1;
}

export async function finish(db: Db, name: UpkeepTaskName, from: string): Promise<void> {
  await db.upkeepTask.updateMany({ where: { name, after: from, doneAt: null }, data: { doneAt: new Date() } });
}
