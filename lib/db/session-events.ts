import type { MediaMark } from "../domain/media-time.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { hasRoom } from "./session-quota.ts";

export type NewSessionEvent = {
  sessionId: string;
  kind: "log" | "technical_issue";
  /** e.g. `session_started`, `camera_refused` */
  code: string;
  /** for a recruiter to read */
  message: string;
  mark?: MediaMark;
  /** for programs to read */
  data?: Record<string, string | number>;
};

export function exists(db: Db, sessionId: string, code: string, key: string, value: string): Promise<boolean> {
  return db.sessionEvent
    .count({ where: { sessionId, code, data: { path: [key], equals: value } } })
    .then((count) => count > 0);
}

export async function append(db: Db, { mark, ...event }: NewSessionEvent): Promise<void> {
  await db.sessionEvent.create({ data: { ...event, ...mark } });
}

/**
 * Appends what whoever holds a session's id can repeat: as often as the session takes it.
 * @returns false when it takes no more; nothing is written then
 */
export async function appendWithin(
  db: Db,
  limit: "issues" | "log_lines",
  { mark, sessionId, kind, code, message, data = {} }: NewSessionEvent,
): Promise<boolean> {
  const counter = limit === "issues" ? Prisma.sql`issue_count` : Prisma.sql`log_count`;
  const added = await db.$executeRaw`
    WITH session AS (
      UPDATE sessions SET ${counter} = ${counter} + 1 WHERE id = ${sessionId}::uuid AND ${hasRoom(limit)} RETURNING id
    )
    INSERT INTO session_events (session_id, kind, code, message, data, segment_index, segment_offset_ms)
    SELECT id, ${kind}, ${code}, ${message}, ${JSON.stringify(data)}::jsonb, ${mark?.segmentIndex ?? null}::int, ${mark?.segmentOffsetMs ?? null}::int
    FROM session`;
  return added === 1;
}

/** Appends what a repeated job finds again and again: a session hears the same words of the same code once. */
export async function appendOnce(db: Db, event: NewSessionEvent): Promise<void> {
  const { sessionId, code, message } = event;
  if ((await db.sessionEvent.count({ where: { sessionId, code, message } })) === 0) await append(db, event);
}

/** The same for many at once: those that the session has heard already are left out. */
export async function appendAllOnce(
  db: Db,
  sessionId: string,
  kind: NewSessionEvent["kind"],
  events: readonly Pick<NewSessionEvent, "code" | "message">[],
): Promise<void> {
  const wanted = { sessionId, code: { in: [...new Set(events.map(({ code }) => code))] } };
  const known = await db.sessionEvent.findMany({ where: wanted, select: { code: true, message: true } });
  const heard = new Set(known.map(({ code, message }) => `${code} ${message}`));
  const fresh = events.filter(({ code, message }) => !heard.has(`${code} ${message}`));
  await db.sessionEvent.createMany({ data: fresh.map((event) => ({ sessionId, kind, ...event })) });
}
