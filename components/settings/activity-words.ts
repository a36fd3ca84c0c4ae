import type { AuditEvent } from "../../lib/contract/v1/audit-events.ts";
import { actionWords as wordsOf } from "../../lib/words/audit-words.ts";
import { ENGLISH } from "../../lib/words/locale.ts";

/** What people say for words of the contract that stand in a detail. */
const SAID: Record<string, Record<string, string>> = {
  decision: { passed: "Move forward", failed: "Decline", needs_review: "Needs another look" },
  role: { owner: "Owner", recruiter: "Recruiter", reviewer: "Reviewer" },
  kind: { live: "live key", test: "test key" },
};

/** Who did it, in words. */
export function actorWords({ kind, name }: AuditEvent["actor"]): string {
  if (kind === "api_key") return name ? `The API key “${name}”` : "An API key";
  if (kind === "user") return name ?? "A former member";
  if (kind === "candidate") return "A candidate";
  if (kind === "system") return "The system";
  if (kind === "stranger") return "Somebody";
  return "Somebody with a link";
}

/** What was done: “made an API key”. */
export const actionWords = (action: string): string => wordsOf(action, ENGLISH);

/** Of all details those that people can read, in this order; ids and times of day belong to programs. */
const TOLD = [
  "name",
  "role",
  "kind",
  "scopes",
  "decision",
  "url",
  "events",
  "format",
  "fields",
  "access",
  "reason",
  "wait",
  "device",
  "address",
  "count",
  "entries",
];

/** What else there is to say, such as the name of what was made, in a few words. */
export function detailWords(detail: AuditEvent["detail"]): string | null {
  const said = TOLD.flatMap((key) => {
    const value = detail[key];
    if (typeof value === "string" || typeof value === "number") return [oneDetail(key, value)];
    return Array.isArray(value) && value.length > 0 ? [value.join(", ")] : [];
  });
  return said.length > 0 ? said.join(" · ") : null;
}

function oneDetail(key: string, value: string | number): string {
  if (key === "name") return `“${value}”`;
  if (key === "entries") return `${value} entries`;
  return key === "count" ? `${value} times` : (SAID[key]?.[value] ?? String(value));
}
