import type { AuditEvent } from "../../lib/contract/v1/audit-events.ts";
import { AUDIT_ACTIONS } from "../../lib/domain/audit-actions.ts";

/** Who did it, in words. */
export function actorWords({ kind, name }: AuditEvent["actor"]): string {
  if (kind === "api_key") return name ? `The API key “${name}”` : "An API key";
  if (kind === "user") return name ?? "A former member";
  if (kind === "candidate") return "A candidate";
  if (kind === "system") return "The system";
  return "Somebody with a link";
}

/** What was done: “made an API key”. One that has no words yet is shown as it is called. */
export function actionWords(action: string): string {
  return (AUDIT_ACTIONS as Record<string, string>)[action] ?? action.replace(/[._]/g, " ");
}

/** What else there is to say, such as the name of what was made, in a few words. */
export function detailWords(detail: AuditEvent["detail"]): string | null {
  const entries = Object.entries(detail).sort(([one], [other]) => Number(other === "name") - Number(one === "name"));
  const said = entries.flatMap(([key, value]) => {
    if (typeof value === "string" || typeof value === "number")
      return key === "name" ? [`“${value}”`] : [String(value)];
    return Array.isArray(value) ? [value.join(", ")] : [];
  });
  return said.length > 0 ? said.join(" · ") : null;
}
