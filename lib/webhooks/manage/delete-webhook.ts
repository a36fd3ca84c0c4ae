import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import * as webhooks from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { getWebhook } from "./read.ts";

/**
 * Removes a webhook with its log. What is on its way to it may still arrive.
 * @throws AppError `webhook_not_found`
 */
export async function deleteWebhook(id: string, actor: Actor): Promise<void> {
  await transaction(async (tx) => {
    const { url } = await getWebhook(id, actor, tx);
    await webhooks.remove(tx, actor.organizationId, id);
    await auditEvents.append(tx, actor, "webhook.deleted", { kind: "webhook", id, detail: { url } });
  });
}
