import type { Delivery, Webhook } from "../../contract/v1/webhooks.ts";
import type { DeliveryRow } from "../../db/webhook-deliveries.ts";
import type { WebhookRow } from "../../db/webhooks.ts";
import { EVENT_TYPE_NAMES } from "../../domain/event-types.ts";
import type { DeliveryStatus } from "../../domain/webhook-status.ts";
import { deliveryWords } from "../../words/delivery-words.ts";
import { ENGLISH } from "../../words/locale.ts";
import type { Said } from "../../words/said.ts";

export function presentWebhook(webhook: WebhookRow): Webhook {
  const until = webhook.previousSecretExpiresAt;
  return {
    id: webhook.id,
    url: webhook.url,
    description: webhook.description,
    events: EVENT_TYPE_NAMES.filter((type) => webhook.events.includes(type)),
    enabled: webhook.disabledAt === null,
    disabled_at: webhook.disabledAt?.toISOString() ?? null,
    disabled_reason: faultWords(webhook.disabledReason),
    previous_secret_expires_at: until && until > new Date() ? until.toISOString() : null,
    created_at: webhook.createdAt.toISOString(),
  };
}

export function presentDelivery(delivery: DeliveryRow): Delivery {
  const { event, attempts, _count } = delivery;
  const { type, timestamp, data } = event.payload as Record<string, unknown>;
  return {
    id: delivery.id,
    webhook_id: delivery.webhookId,
    message_id: event.messageId,
    type: event.type,
    interview_id: event.interviewId,
    status: delivery.status as DeliveryStatus,
    created_at: delivery.createdAt.toISOString(),
    delivered_at: delivery.deliveredAt?.toISOString() ?? null,
    next_attempt_at: delivery.status === "pending" ? delivery.nextAttemptAt.toISOString() : null,
    attempt_count: _count.attempts,
    payload: { type, timestamp, data },
    attempts: attempts.map((attempt) => ({
      at: attempt.at.toISOString(),
      response_status: attempt.responseStatus,
      response_body: attempt.responseBody,
      error: faultWords(attempt.error),
      duration_ms: attempt.durationMs,
    })),
  };
}

/** @param stored why a delivery failed or a webhook was disabled */
function faultWords(stored: unknown): string | null {
  return stored === null ? null : deliveryWords(stored as Said, ENGLISH);
}
