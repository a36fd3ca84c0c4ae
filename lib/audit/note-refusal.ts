import * as auditEvents from "../db/audit-events.ts";
import { db } from "../db/client.ts";
import type { AuditAction } from "../domain/audit-actions.ts";
import { countedAddress } from "../limits/counted-address.ts";
import { describeError, logger } from "../logger.ts";
import { onceAMinute } from "./once-a-minute.ts";

type Refusal = {
  /** Whoever was refused; a stranger when somebody only claimed to be a member, or came with a key that has ended. */
  who: auditEvents.Who;
  action: Extract<AuditAction, "user.sign_in_failed" | "user.sign_in_delayed" | "access.refused" | "api_key.refused">;
  subject: { kind: string; id: string };
  address: string;
  detail: Record<string, string>;
};

const MANY = "many addresses";

/**
 * Writes down that somebody was refused, from where and how often: at most a row a minute for the same. Nobody waits for it,
 * so that an answer takes as long for an account that exists as for one that does not.
 */
export function noteRefusal({ who, action, subject, address, detail }: Refusal): void {
  const from = countedAddress(address);
  const kind = `${who.organizationId} ${action}`;
  const thing = `${who.kind} ${who.id} ${subject.id} ${from} ${detail.reason}`;
  const written = onceAMinute(kind, thing, ({ count, together }) =>
    auditEvents
      .append(db(), who, action, {
        ...subject,
        detail: { ...detail, address: addressOf(address, count, together), ...(count > 1 ? { count } : {}) },
      })
      .catch((error: unknown) => logger.error(describeError(error), "a refusal could not be written down")),
  );
  void written;
}

/** What belongs to no organisation that is known stands in the log alone, as often. */
export function logRefusal(what: string, address: string): void {
  void onceAMinute(what, countedAddress(address), async ({ count, together }) =>
    logger.warn({ address: addressOf(address, count, together), count }, what),
  );
}

/** Several refusals told as one may have come from several addresses of one network. */
function addressOf(address: string, count: number, together: boolean): string {
  if (together) return MANY;
  return count > 1 ? countedAddress(address) : address;
}
