import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import type * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhookEvents from "../../db/webhook-events.ts";
import type { Actor } from "../../domain/actor.ts";
import { TEST_EVENT } from "../../domain/event-types.ts";
import { addJob } from "../../queue/add-job.ts";
import { getDelivery, getWebhook } from "./read.ts";

/**
 * Has a `webhook.test` sent once, whether the webhook is enabled or not: to see whether its receiver works.
 * @throws AppError `webhook_not_found`
 */
export async function sendTestEvent(webhookId: string, actor: Actor): Promise<deliveries.DeliveryRow> {
  return transaction(async (tx) => {
    await getWebhook(webhookId, actor, tx);
    const { organizationId } = actor;
    const at = new Date();
    const payload = { type: TEST_EVENT, timestamp: at.toISOString(), data: { webhook_id: webhookId } };
    const event = { organizationId, interviewId: null, type: TEST_EVENT, payload, at };
    const deliveryId = await webhookEvents.appendFor(tx, event, webhookId);
    await addJob(tx, "webhook.send-once", { deliveryId }, { group: webhookId });
    await auditEvents.append(tx, actor, "webhook.tested", { kind: "webhook", id: webhookId });
    return getDelivery({ webhookId, deliveryId }, actor, tx);
  });
}
