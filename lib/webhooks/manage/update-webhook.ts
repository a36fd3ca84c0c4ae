import type { UpdateWebhookBody } from "../../contract/v1/webhooks.ts";
import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import * as webhooks from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { parseFields } from "../../parse-fields.ts";
import { resumeSoon } from "../deliver/resume.ts";
import { getWebhook } from "./read.ts";
import { WebhookChange } from "./webhook-fields.ts";

/**
 * Changes what is named. What waits for a webhook that works again, or that has another address now, is tried at once.
 * @throws AppError `webhook_not_found`, `invalid_fields`
 */
export async function updateWebhook(id: string, body: UpdateWebhookBody, actor: Actor): Promise<webhooks.WebhookRow> {
  const { enabled, ...fields } = parseFields(WebhookChange, body);
  return transaction(async (tx) => {
    const before = await getWebhook(id, actor, tx);
    const switched = enabled !== undefined && enabled !== (before.disabledAt === null);
    const change = { ...defined(fields), ...(switched ? stateOf(enabled) : {}) };
    const after = (await webhooks.update(tx, actor.organizationId, id, change)) ?? before;
    if (Object.keys(defined(fields)).length > 0) {
      const detail = { url: after.url, events: after.events };
      await auditEvents.append(tx, actor, "webhook.updated", { kind: "webhook", id, detail });
    }
    if (switched) {
      const action = enabled ? "webhook.enabled" : "webhook.disabled";
      await auditEvents.append(tx, actor, action, { kind: "webhook", id });
    }
    const moved = after.url !== before.url;
    if (after.disabledAt === null && (switched || moved)) await resumeSoon(tx, id);
    return after;
  });
}

function stateOf(enabled: boolean) {
  if (enabled) return { disabledAt: null, disabledReason: null };
  return { disabledAt: new Date(), disabledReason: null }; // a reason is given where nobody asked for it
}

/** Absent ones are not to be written over. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
