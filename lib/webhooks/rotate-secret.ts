import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as webhooks from "../db/webhooks.ts";
import type { Actor } from "../domain/actor.ts";
import { getWebhook } from "./get-webhook.ts";
import { newSecret } from "./sign.ts";

/** So long a receiver has to learn the new secret. */
const OVERLAP_MS = 24 * 3_600_000;

/**
 * Gives a webhook a new secret. The one before signs beside it for a day; one before that no longer does.
 * @returns the webhook's row, and its secret, for this one time only
 * @throws AppError `webhook_not_found`
 */
export async function rotateSecret(
  id: string,
  actor: Actor,
): Promise<{ webhook: webhooks.WebhookRow; secret: string }> {
  const secret = newSecret();
  return transaction(async (tx) => {
    const before = await getWebhook(id, actor, tx);
    const previousSecretExpiresAt = new Date(Date.now() + OVERLAP_MS);
    const previousSecret = await webhooks.lockSecret(tx, actor.organizationId, id);
    const change = { secret, previousSecret, previousSecretExpiresAt };
    const webhook = (await webhooks.update(tx, actor.organizationId, id, change)) ?? before;
    await auditEvents.append(tx, actor, "webhook.secret_rotated", { kind: "webhook", id });
    return { webhook, secret };
  });
}
