import { type Db, db } from "../../db/client.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import * as webhooks from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { isUuid } from "../../domain/ids.ts";
import type { ListPosition } from "../../domain/list-position.ts";
import { AppError } from "../../errors.ts";

/** Every event is stored once for each of them. */
export const MAX_WEBHOOKS = 20;

/** @throws AppError `webhook_not_found`: absent and not yours look the same */
export async function getWebhook(id: string, { organizationId }: Actor, tx: Db = db()): Promise<webhooks.WebhookRow> {
  const webhook = isUuid(id) ? await webhooks.find(tx, organizationId, id) : null;
  if (!webhook) throw new AppError("webhook_not_found");
  return webhook;
}

/** Newest first, what comes after a position. */
export function listWebhooks(
  { organizationId }: Actor,
  after: ListPosition | null,
  limit: number,
): Promise<webhooks.WebhookRow[]> {
  return webhooks.list(db(), organizationId, after, limit);
}

export type LatestDelivery = { status: deliveries.LatestRow["status"]; type: string; at: string };

/** Every webhook of the organisation, newest first, each with the newest thing it was sent or is going to be. */
export async function listWithLatest({
  organizationId,
}: Actor): Promise<{ webhook: webhooks.WebhookRow; latest: LatestDelivery | null }[]> {
  const rows = await webhooks.list(db(), organizationId, null, MAX_WEBHOOKS);
  const ids = rows.map(({ id }) => id);
  const latest = await deliveries.latestOf(db(), organizationId, ids);
  return rows.map((webhook) => {
    const found = latest.find(({ webhookId }) => webhookId === webhook.id);
    return { webhook, latest: found ? { status: found.status, type: found.type, at: found.at.toISOString() } : null };
  });
}

/** How many of the organisation's webhooks were stopped because their receivers did not answer, or want no more. */
export function countStopped({ organizationId }: Actor): Promise<number> {
  return webhooks.countStopped(db(), organizationId);
}

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
  if (!delivery) throw new AppError("delivery_not_found");
  return delivery;
}

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
