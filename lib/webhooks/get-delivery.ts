import { type Db, db } from "../db/client.ts";
import * as deliveries from "../db/webhook-deliveries.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { getWebhook } from "./get-webhook.ts";

export type DeliveryIds = { webhookId: string; deliveryId: string };

/** @throws AppError `webhook_not_found`, `delivery_not_found` */
export async function getDelivery(
  { webhookId, deliveryId }: DeliveryIds,
  actor: Actor,
  tx: Db = db(),
): Promise<deliveries.DeliveryRow> {
  await getWebhook(webhookId, actor, tx);
  const owner = { organizationId: actor.organizationId, webhookId };
  const delivery = isUuid(deliveryId) ? await deliveries.find(tx, owner, deliveryId) : null;
  if (!delivery) throw new AppError("delivery_not_found", "The webhook has no such delivery.");
  return delivery;
}
