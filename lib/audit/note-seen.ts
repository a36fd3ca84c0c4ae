import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import type { AuditAction } from "../domain/audit-actions.ts";

/** What somebody may see of an interview without changing anything. */
type Seeing = Extract<
  AuditAction,
  "analysis.read" | "recording.downloaded" | "recording.viewed" | "review.opened" | "session.read" | "share_link.opened"
>;

/** A player asks for many ranges and a page reads itself again: the database is asked once a minute whether the hour is over. */
const REMEMBERED_MS = 60_000;
const MAX_REMEMBERED = 10_000;

/** What this process has just written down, or found to be, until when; oldest first. It saves a query for each range. */
const known = new Map<string, number>();

/**
 * Writes down who saw what of an interview: once an hour for each of them, by the database's clock. Our own work for somebody
 * (`system`) is no seeing.
 */
export function noteSeen(actor: Actor, action: Seeing, interviewId: string, now = Date.now()): Promise<void> {
  return note(actor, action, { kind: "interview", id: interviewId }, now);
}

/** The same for a list of the whole organisation's. */
export function noteListed(actor: Actor, action: Seeing, now = Date.now()): Promise<void> {
  return note(actor, action, { kind: "organization", id: actor.organizationId }, now);
}

async function note(actor: Actor, action: Seeing, subject: { kind: string; id: string }, now: number): Promise<void> {
  if (actor.kind === "system") return;
  const view = [actor.organizationId, actor.kind, actor.id, action, subject.id].join(" ");
  if ((known.get(view) ?? 0) > now) return;
  await auditEvents.appendOnceAnHour(db(), actor, action, subject);
  known.delete(view);
  known.set(view, now + REMEMBERED_MS);
  const oldest = known.keys().next().value;
  if (known.size > MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
}
