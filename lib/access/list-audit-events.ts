import * as apiKeys from "../db/api-keys.ts";
import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import * as users from "../db/users.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";

/** `actorName`: the person's or the key's, as it is now; null for whoever has none. */
export type NamedAuditEvent = { event: auditEvents.AuditEventRow; actorName: string | null };

type Page = auditEvents.AuditFilter & { after: { createdAt: Date; id: bigint } | null; limit: number };

/** Who did what in the organisation, newest first. */
export async function listAuditEvents({ organizationId }: Actor, page: Page): Promise<NamedAuditEvent[]> {
  const { after, limit, ...filter } = page;
  const place = after && { at: after.createdAt, id: after.id };
  const events = await auditEvents.list(db(), organizationId, filter, place, limit);
  const idsOf = (kind: string) =>
    [...new Set(events.flatMap(({ actorKind, actorId }) => (actorKind === kind && actorId ? [actorId] : [])))].filter(
      isUuid,
    );
  const named = await Promise.all([
    users.listNames(db(), organizationId, idsOf("user")),
    apiKeys.listNames(db(), organizationId, idsOf("api_key")),
  ]);
  const names = new Map(named.flat().map(({ id, name }) => [id, name]));
  return events.map((event) => ({ event, actorName: (event.actorId && names.get(event.actorId)) ?? null }));
}
