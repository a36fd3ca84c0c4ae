import type { MediaMark } from "../domain/media-time.ts";
import type { Db } from "./client.ts";

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

/** Appends what a repeated job finds again and again: a session hears the same words of the same code once. */
export async function appendOnce(db: Db, event: NewSessionEvent): Promise<void> {
  const { sessionId, code, message } = event;
  if ((await db.sessionEvent.count({ where: { sessionId, code, message } })) === 0) await append(db, event);
}
