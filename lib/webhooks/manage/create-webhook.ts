import { randomUUID } from "node:crypto";
import type { CreateWebhookBody } from "../../contract/v1/webhooks.ts";
import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import * as webhooks from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { AppError } from "../../errors.ts";
import { parseFields } from "../../parse-fields.ts";
import { seal } from "../sign/seal.ts";
import { newSecret } from "../sign/sign.ts";
import { MAX_WEBHOOKS } from "./read.ts";
import { NewWebhook } from "./webhook-fields.ts";

/**
 * Sends the organisation's events to an address from now on.
 * @returns the webhook's row, and its secret, for this one time only
 * @throws AppError `invalid_fields`, `too_many_webhooks`
 */
export async function createWebhook(
  body: CreateWebhookBody,
  actor: Actor,
): Promise<{ webhook: webhooks.WebhookRow; secret: string }> {
  const fields = parseFields(NewWebhook, body);
  const { organizationId } = actor;
  const id = randomUUID();
  const secret = newSecret();
  return transaction(async (tx) => {
    if ((await webhooks.lockedCount(tx, organizationId)) >= MAX_WEBHOOKS) {
      throw new AppError("too_many_webhooks", { params: { most: MAX_WEBHOOKS } });
    }
    const webhook = await webhooks.insert(tx, { ...fields, id, organizationId, secret: seal(secret, id) });
    const detail = { url: webhook.url, events: webhook.events };
    await auditEvents.append(tx, actor, "webhook.created", { kind: "webhook", id: webhook.id, detail });
    return { webhook, secret };
  });
}
