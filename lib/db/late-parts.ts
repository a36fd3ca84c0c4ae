import { LATE_PARTS_HOURS, LATE_PARTS_KEPT_DAYS } from "../domain/late-parts.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/**
 * Until when parts of a row of `sessions` are taken, by the database's clock: some time after its end while nobody has decided,
 * and some time after a recruiter has accepted late ones, until somebody decides again. Null: not any more.
 */
const OPEN_UNTIL = Prisma.sql`(
  SELECT max(until) FROM (
    SELECT coalesce(sessions.ended_at, sessions.last_seen_at) + ${LATE_PARTS_HOURS} * interval '1 hour' AS until, '-infinity'::timestamptz AS since
    UNION ALL
    SELECT sessions.late_parts_accepted_at + ${LATE_PARTS_KEPT_DAYS} * interval '1 day', sessions.late_parts_accepted_at
  ) AS times
  WHERE until > now() AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.session_id = sessions.id AND d.created_at >= times.since)
)`;

/** Whether a row of `sessions` takes parts. While it is active, nothing of this is looked at: parts come every second. */
export const TAKES_PARTS = Prisma.sql`CASE WHEN sessions.status = 'active' THEN true ELSE ${OPEN_UNTIL} IS NOT NULL END`;

/** Whether a session takes parts now. Holds it until the transaction ends: nobody decides meanwhile. */
export async function holdOpen(tx: Db, sessionId: string): Promise<boolean> {
  // Asked by a statement of its own: the one that waits for a decision would not see it.
  await tx.$queryRaw`SELECT 1 FROM sessions WHERE id = ${sessionId}::uuid FOR SHARE`;
  return isOpen(tx, sessionId);
}

/** Whether a session takes parts now. */
export async function isOpen(db: Db, sessionId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ open: boolean }[]>`
    SELECT ${TAKES_PARTS} AS open FROM sessions WHERE sessions.id = ${sessionId}::uuid`;
  return rows[0]?.open ?? false;
}

export type LateParts = {
  /** Parts that were announced or lie below one that came, and have not arrived. */
  missing: number;
  /** Until when they are taken; null: not any more, unless somebody accepts them. */
  openUntil: Date | null;
  acceptedAt: Date | null;
};

/** How an ended session's recording stands; null while it is under way. */
export async function find(db: Db, sessionId: string): Promise<LateParts | null> {
  const [found] = await db.$queryRaw<LateParts[]>`
    SELECT ${OPEN_UNTIL} AS "openUntil", sessions.late_parts_accepted_at AS "acceptedAt", (
        SELECT coalesce(sum(greatest(coalesce(g.closed_parts, 0), p.highest + 1) - p.parts), 0)::float8
        FROM segments g, LATERAL (
          SELECT count(*)::int AS parts, coalesce(max(seq), -1)::int AS highest FROM parts WHERE segment_id = g.id
        ) p WHERE g.session_id = sessions.id
      ) AS missing
    FROM sessions WHERE sessions.id = ${sessionId}::uuid AND sessions.status = 'completed'`;
  return found ?? null;
}

/** Late parts are accepted from now on. @returns whether the session has ended: an active one takes them anyway */
export async function accept(db: Db, sessionId: string): Promise<boolean> {
  // Later than every decision there is: of two within a millisecond, the one that came last counts.
  const updated = await db.$executeRaw`
    UPDATE sessions SET late_parts_accepted_at = GREATEST(date_trunc('milliseconds', clock_timestamp()),
      (SELECT max(created_at) FROM decisions WHERE session_id = sessions.id) + interval '1 millisecond')
    WHERE id = ${sessionId}::uuid AND status = 'completed'`;
  return updated === 1;
}
