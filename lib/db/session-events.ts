import type { MediaMark } from "../domain/media-time.ts";
import type { Params } from "../words/catalogue.ts";
import type { Happened } from "../words/happened.ts";
import type { Said } from "../words/said.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { hasRoom } from "./session-quota.ts";

export type NewSessionEvent = Happened & {
  sessionId: string;
  kind: "log" | "technical_issue";
  mark?: MediaMark;
};

export function exists(db: Db, sessionId: string, code: string, key: string, value: string): Promise<boolean> {
  return db.sessionEvent
    .count({ where: { sessionId, code, data: { path: [key], equals: value } } })
    .then((count) => count > 0);
}

export async function append(db: Db, { mark, params = {}, ...event }: NewSessionEvent): Promise<void> {
  await db.sessionEvent.create({ data: { ...event, data: params, ...mark } });
}

/**
 * Appends what whoever holds a session's id can repeat: as often as the session takes it.
 * @returns false when it takes no more; nothing is written then
 */
export async function appendWithin(
  db: Db,
  limit: "issues" | "log_lines",
  { mark, sessionId, kind, code, say, message, params = {} }: NewSessionEvent,
): Promise<boolean> {
  const counter = limit === "issues" ? Prisma.sql`issue_count` : Prisma.sql`log_count`;
  const added = await db.$executeRaw`
    WITH session AS (
      UPDATE sessions SET ${counter} = ${counter} + 1 WHERE id = ${sessionId}::uuid AND ${hasRoom(limit)} RETURNING id
    )
    INSERT INTO session_events (session_id, kind, code, say, message, data, segment_index, segment_offset_ms)
    SELECT id, ${kind}, ${code}, ${say ?? null}, ${message ?? null}, ${JSON.stringify(params)}::jsonb,
      ${mark?.segmentIndex ?? null}::int, ${mark?.segmentOffsetMs ?? null}::int
    FROM session`;
  return added === 1;
}

/** Appends what a repeated job finds again and again: a session hears the same of the same code once. */
export function appendOnce(db: Db, { sessionId, kind, ...happened }: NewSessionEvent): Promise<void> {
  return appendAllOnce(db, sessionId, kind, [happened]);
}

/** The same for many at once: those that the session has heard already are left out. */
export async function appendAllOnce(
  db: Db,
  sessionId: string,
  kind: NewSessionEvent["kind"],
  events: readonly Happened[],
): Promise<void> {
  const wanted = { sessionId, code: { in: [...new Set(events.map(({ code }) => code))] } };
  const known = await db.sessionEvent.findMany({
    where: wanted,
    select: { code: true, say: true, message: true, data: true },
  });
  const heard = new Set(known.map(({ data, ...event }) => sameAs({ ...event, params: data as Params })));
  const fresh = events.filter((event) => !heard.has(sameAs(event)));
  await db.sessionEvent.createMany({
    data: fresh.map(({ params = {}, ...event }) => ({ sessionId, kind, ...event, data: params })),
  });
}

/** Equal for what says the same. */
function sameAs({ code, say, message, params = {} }: Said): string {
  const named = Object.entries(params).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([code, say ?? null, message ?? null, named]);
}
