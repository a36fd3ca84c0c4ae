import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import { databaseNow } from "../../db/clock.ts";
import * as webhooks from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { resumeSoon } from "../deliver/resume.ts";
import { seal, unseal } from "../sign/seal.ts";
import { newSecret } from "../sign/sign.ts";
import { getWebhook } from "./read.ts";

/** So long a receiver has to learn the new secret. */
const OVERLAP_MS = 24 * 3_600_000;

/**
 * Gives a webhook a new secret. The one before signs beside it for a day; one before that no longer does. Where the one before cannot
 * be read any more, and the webhook was stopped for that, it goes on with the new one.
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
    const stored = await webhooks.lockSecret(tx, actor.organizationId, id);
    const previous = stored === null ? null : unseal(stored, id);
    const change = {
      secret: seal(secret, id),
      previousSecret: previous === null ? null : seal(previous, id),
      previousSecretExpiresAt: previous === null ? null : new Date((await databaseNow(tx)).getTime() + OVERLAP_MS),
    };
    const goesOn = previous === null && before.disabledReason !== null;
    const started = goesOn ? { disabledAt: null, disabledReason: null } : {};
    const webhook = (await webhooks.update(tx, actor.organizationId, id, { ...change, ...started })) ?? before;
    if (goesOn) await resumeSoon(tx, id);
    await auditEvents.append(tx, actor, "webhook.secret_rotated", { kind: "webhook", id });
    return { webhook, secret };
  });
}
