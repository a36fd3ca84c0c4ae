import type { ReplayWebhookBody } from "../../contract/v1/webhooks.ts";
import * as auditEvents from "../../db/audit-events.ts";
import { transaction } from "../../db/client.ts";
import * as deliveries from "../../db/webhook-deliveries.ts";
import type { WebhookRow } from "../../db/webhooks.ts";
import type { Actor } from "../../domain/actor.ts";
import { AppError } from "../../errors.ts";
import { resumeSoon } from "../deliver/resume.ts";
import { getWebhook } from "./read.ts";

/** In one transaction that nobody waits long for. */
const AT_ONCE = 5_000;

/**
 * Has a webhook sent what it missed: events that it wants now and never got, because it was disabled, wanted others, or was not there
 * yet, and those that were given up. What arrived is not sent again, so that asking twice is asking once.
 * @param atOnce the oldest so many are sent
 * @returns the webhook's row, how many events are sent, and whether there are more of them: asking again sends the next ones
 * @throws AppError `webhook_not_found`, `webhook_disabled`
 */
export async function replayMissed(
  id: string,
  { since, until }: ReplayWebhookBody,
  actor: Actor,
  atOnce: number = AT_ONCE,
): Promise<{ webhook: WebhookRow; count: number; more: boolean }> {
  return transaction(async (tx) => {
    const webhook = await getWebhook(id, actor, tx);
    if (webhook.disabledAt) throw new AppError("webhook_disabled");
    const owner = { organizationId: actor.organizationId, webhookId: id };
    const missed = { since: new Date(since), until: until ? new Date(until) : null, types: webhook.events };
    const count = await deliveries.addMissed(tx, owner, missed, atOnce);
    await resumeSoon(tx, id);
    const detail = { since, ...(until ? { until } : {}), count };
    await auditEvents.append(tx, actor, "webhook.replayed", { kind: "webhook", id, detail });
    return { webhook, count, more: count === atOnce };
  });
}
