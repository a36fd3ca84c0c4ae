import { db } from "../db/client.ts";
import * as deliveries from "../db/webhook-deliveries.ts";
import type { Actor } from "../domain/actor.ts";
import { getWebhook } from "./get-webhook.ts";

/**
 * What a webhook was sent and is going to be, newest first.
 * @throws AppError `webhook_not_found`
 */
export async function listDeliveries(
  webhookId: string,
  actor: Actor,
  page: deliveries.Page,
): Promise<deliveries.DeliveryRow[]> {
  await getWebhook(webhookId, actor);
  return deliveries.list(db(), { organizationId: actor.organizationId, webhookId }, page);
}
