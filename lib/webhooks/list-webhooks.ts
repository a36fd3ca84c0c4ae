import { db } from "../db/client.ts";
import * as webhooks from "../db/webhooks.ts";
import type { Actor } from "../domain/actor.ts";

/** Newest first, what comes after a place. */
export function listWebhooks(
  { organizationId }: Actor,
  after: webhooks.Place | null,
  limit: number,
): Promise<webhooks.WebhookRow[]> {
  return webhooks.list(db(), organizationId, after, limit);
}
