import type { Db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as tasks from "../db/transcription-tasks.ts";

/**
 * Until when the scores of a session wait for words that are still being written down; null: for nothing, or no longer.
 * @param since when they were asked for
 */
export async function waitsForWords(db: Db, sessionId: string, since: Date, waitMs: number): Promise<Date | null> {
  if (!(await tasks.anyOpen(db, sessionId))) return null;
  const until = new Date(since.getTime() + waitMs);
  return until > (await databaseNow(db)) ? until : null;
}
