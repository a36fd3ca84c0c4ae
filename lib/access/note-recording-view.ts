import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";

/** A player asks for many ranges: what one caller sees of one recording within this time is one view. */
const VIEW_MS = 3_600_000;
const MAX_REMEMBERED = 10_000;

/** Views that this process knows to be written down, until when; oldest first. It saves a query for each range. */
const known = new Map<string, number>();

/** Writes down that somebody watched an interview's recording: once an hour for each of them. */
export async function noteRecordingView(actor: Actor, interviewId: string, now = new Date()): Promise<void> {
  const view = [actor.organizationId, actor.kind, actor.id, interviewId].join(" ");
  if ((known.get(view) ?? 0) > now.getTime()) return;
  const since = new Date(now.getTime() - VIEW_MS);
  await transaction((tx) =>
    auditEvents.appendUnlessSince(tx, actor, "recording.viewed", { kind: "interview", id: interviewId }, since),
  );
  known.delete(view);
  known.set(view, now.getTime() + VIEW_MS);
  const oldest = known.keys().next().value;
  if (known.size > MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
}
