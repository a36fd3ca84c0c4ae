import { db } from "../db/client.ts";
import * as deliveries from "../db/webhook-deliveries.ts";
import * as webhooks from "../db/webhooks.ts";
import type { Actor } from "../domain/actor.ts";
import { MAX_WEBHOOKS } from "./create-webhook.ts";

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
