import type { NamedAuditEvent } from "../../audit/list-audit-events.ts";
import type { AuditEvent } from "../../contract/v1/audit-events.ts";
import { deviceWords } from "../../words/device-words.ts";
import { ENGLISH } from "../../words/locale.ts";

export function presentAuditEvent({ event, actorName, behalf }: NamedAuditEvent): AuditEvent {
  return {
    id: event.id.toString(),
    at: event.at.toISOString(),
    action: event.action,
    actor: { kind: event.actorKind, id: event.actorId, name: actorName },
    on_behalf_of: behalf,
    subject: { kind: event.subjectKind, id: event.subjectId },
    detail: presentDetail(event.detail as Record<string, unknown>),
  };
}

/** A device is told by its name. */
function presentDetail(detail: Record<string, unknown>): Record<string, unknown> {
  const { device } = detail;
  return typeof device === "string" ? { ...detail, device: deviceWords(device, ENGLISH) } : detail;
}
