import type { NamedAuditEvent } from "../../audit/list-audit-events.ts";
import type { AuditEvent } from "../../contract/v1/audit-events.ts";

export function presentAuditEvent({ event, actorName, behalf }: NamedAuditEvent): AuditEvent {
  return {
    id: event.id.toString(),
    at: event.at.toISOString(),
    action: event.action,
    actor: { kind: event.actorKind, id: event.actorId, name: actorName },
    on_behalf_of: behalf,
    subject: { kind: event.subjectKind, id: event.subjectId },
    detail: event.detail as Record<string, unknown>,
  };
}
