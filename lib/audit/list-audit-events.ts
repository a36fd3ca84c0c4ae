import * as apiKeys from "../db/api-keys.ts";
import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import type { ListPosition } from "../domain/list-position.ts";

/**
 * `actorName`: the person's or the key's, as it is now; null for whoever has none. `behalf`: the person that a key named as the one
 * who did it.
 */
export type NamedAuditEvent = {
  event: auditEvents.AuditEventRow;
  actorName: string | null;
  behalf: { id: string; name: string | null } | null;
};

type Page = auditEvents.AuditFilter & { after: ListPosition<bigint> | null; limit: number };

/** Who did what in the organisation, newest first. */
export async function listAuditEvents({ organizationId }: Actor, page: Page): Promise<NamedAuditEvent[]> {
  const { after, limit, ...filter } = page;
  const position = after && { at: after.createdAt, id: after.id };
  const events = await auditEvents.list(db(), organizationId, filter, position, limit);
  const idsOf = (kind: string) =>
    [...new Set(events.flatMap(({ actorKind, actorId }) => (actorKind === kind && actorId ? [actorId] : [])))].filter(
      isUuid,
    );
  const named = await Promise.all([
    users.listNames(db(), organizationId, [...idsOf("user"), ...events.flatMap((event) => behalfOf(event) ?? [])]),
    apiKeys.listNames(db(), organizationId, idsOf("api_key")),
  ]);
  const names = new Map(named.flat().map(({ id, name }) => [id, name]));
  return events.map((event) => {
    const behalf = behalfOf(event);
    return {
      event,
      actorName: (event.actorId && names.get(event.actorId)) ?? null,
      behalf: behalf === null ? null : { id: behalf, name: names.get(behalf) ?? null },
    };
  });
}

/** Whoever a decision was sent for, where somebody else sent it. */
function behalfOf({ detail }: auditEvents.AuditEventRow): string | null {
  const { decided_by: id } = detail as { decided_by?: unknown };
  return typeof id === "string" && isUuid(id) ? id : null;
}
