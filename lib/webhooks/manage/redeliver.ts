import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import type { DeliveryRow } from "../../db/webhook-deliveries.ts";
import type { Actor } from "../../domain/actor.ts";
import { AppError } from "../../errors.ts";
import { addJob } from "../../queue/add-job.ts";
import { type DeliveryIds, getDelivery, getWebhook } from "./read.ts";

/**
 * Has a delivery sent once more, whatever became of it before.
 * @throws AppError `webhook_not_found`, `delivery_not_found`, `webhook_disabled`
 */
export async function redeliver(ids: DeliveryIds, actor: Actor): Promise<DeliveryRow> {
  const { webhookId, deliveryId } = ids;
  return transaction(async (tx) => {
    const { disabledAt } = await getWebhook(webhookId, actor, tx);
    const delivery = await getDelivery(ids, actor, tx);
    if (disabledAt) throw new AppError("webhook_disabled");
    await addJob(tx, "webhook.send-once", { deliveryId }, { group: webhookId });
    const detail = { delivery_id: deliveryId, message_id: delivery.event.messageId };
    await auditEvents.append(tx, actor, "webhook.delivery_resent", { kind: "webhook", id: webhookId, detail });
    return delivery;
  });
}
