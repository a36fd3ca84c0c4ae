import type { Db } from "./client.ts";

/**
 * The time by the database's clock. What one process writes and another compares is taken from there: the clocks of two machines are
 * never the same. (Rows that are added get it by themselves, as the default of their columns.)
 */
export async function databaseNow(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<[{ now: Date }]>`
    -- prepared: clock
    SELECT clock_timestamp() AS now`;
  return row.now;
}
