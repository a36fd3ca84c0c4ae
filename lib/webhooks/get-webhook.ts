import { type Db, db } from "../db/client.ts";
import * as webhooks from "../db/webhooks.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/** @throws AppError `webhook_not_found`: absent and not yours look the same */
export async function getWebhook(id: string, { organizationId }: Actor, tx: Db = db()): Promise<webhooks.WebhookRow> {
  const webhook = isUuid(id) ? await webhooks.find(tx, organizationId, id) : null;
  if (!webhook) throw new AppError("webhook_not_found", "There is no such webhook.");
  return webhook;
}
