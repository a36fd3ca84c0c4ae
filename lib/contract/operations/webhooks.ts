import { DoneAnswer } from "../interview-answers.ts";
import { operation } from "../operation.ts";
import { ListQuery } from "../v1/list.ts";
import {
  CreateWebhookBody,
  DeliveryAnswer,
  DeliveryList,
  DeliveryQuery,
  ReplayWebhookBody,
  UpdateWebhookBody,
  WebhookAnswer,
  WebhookList,
  WebhookReplayAnswer,
  WebhookSecretAnswer,
} from "../v1/webhooks.ts";

/* Webhooks, by the Standard Webhooks specification. */

const MANAGE = { tag: "Events", access: "webhooks.manage", documented: true } as const;

export const listWebhooks = operation({
  ...MANAGE,
  id: "listWebhooks",
  method: "GET",
  path: "/api/v1/webhooks",
  summary: "List webhooks",
  description: "Newest first. Never their secrets.",
  limit: "read",
  query: ListQuery,
  answer: WebhookList,
});

export const createWebhook = operation({
  ...MANAGE,
  id: "createWebhook",
  method: "POST",
  path: "/api/v1/webhooks",
  summary: "Add a webhook",
  description:
    "Events from now on are sent to its address, signed with the secret that only this answer holds. A repeated request with the same `Idempotency-Key` answers with `secret: null`.",
  limit: "write",
  status: 201,
  body: CreateWebhookBody,
  answer: WebhookSecretAnswer,
  shownOnce: "secret",
  errors: ["too_many_webhooks"],
});

export const getWebhook = operation({
  ...MANAGE,
  id: "getWebhook",
  method: "GET",
  path: "/api/v1/webhooks/{webhook_id}",
  summary: "Get a webhook",
  limit: "read",
  answer: WebhookAnswer,
  errors: ["webhook_not_found"],
});

export const updateWebhook = operation({
  ...MANAGE,
  id: "updateWebhook",
  method: "PATCH",
  path: "/api/v1/webhooks/{webhook_id}",
  summary: "Change a webhook",
  description:
    "What is absent stays. Enabled again, or given another address, it is sent at once all that waits for it, in order.",
  limit: "write",
  body: UpdateWebhookBody,
  answer: WebhookAnswer,
  errors: ["webhook_not_found"],
});

export const deleteWebhook = operation({
  ...MANAGE,
  id: "deleteWebhook",
  method: "DELETE",
  path: "/api/v1/webhooks/{webhook_id}",
  summary: "Remove a webhook",
  description: "Its log goes with it, and nothing more is sent.",
  limit: "write",
  answer: DoneAnswer,
  errors: ["webhook_not_found"],
});

export const rotateWebhookSecret = operation({
  ...MANAGE,
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/api/v1/webhooks/{webhook_id}/rotate-secret",
  summary: "Give a webhook a new secret",
  description: "For 24 hours messages carry two signatures, one by the new secret and one by the secret before.",
  limit: "write",
  answer: WebhookSecretAnswer,
  shownOnce: "secret",
  errors: ["webhook_not_found"],
});

export const testWebhook = operation({
  ...MANAGE,
  id: "testWebhook",
  method: "POST",
  path: "/api/v1/webhooks/{webhook_id}/test",
  summary: "Send a test event",
  description: "A `webhook.test` is sent once, also to a disabled webhook. The delivery tells what came of it.",
  limit: "heavy",
  status: 202,
  answer: DeliveryAnswer,
  errors: ["webhook_not_found"],
});

export const replayWebhook = operation({
  ...MANAGE,
  id: "replayWebhook",
  method: "POST",
  path: "/api/v1/webhooks/{webhook_id}/replay",
  summary: "Send what a webhook missed",
  description:
    "Events that it wants and never got are sent, in the order of each interview and with their own `webhook-id`: those of the time when it was disabled, wanted others or was not there yet, and those that were given up. What arrived is not sent again. One request sends 5,000 at most, the oldest; the same again sends the next. Events are kept from the organisation's first webhook on, for the days that the server is configured for (30).",
  limit: "heavy",
  status: 202,
  body: ReplayWebhookBody,
  answer: WebhookReplayAnswer,
  errors: ["webhook_not_found", "webhook_disabled"],
});

export const listWebhookDeliveries = operation({
  ...MANAGE,
  id: "listWebhookDeliveries",
  method: "GET",
  path: "/api/v1/webhooks/{webhook_id}/deliveries",
  summary: "List what a webhook was sent",
  description: "Newest first, with what was sent and what came back.",
  limit: "read",
  query: DeliveryQuery,
  answer: DeliveryList,
  errors: ["webhook_not_found"],
});

export const getWebhookDelivery = operation({
  ...MANAGE,
  id: "getWebhookDelivery",
  method: "GET",
  path: "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}",
  summary: "Get a delivery",
  limit: "read",
  answer: DeliveryAnswer,
  errors: ["webhook_not_found", "delivery_not_found"],
});

export const redeliverWebhook = operation({
  ...MANAGE,
  id: "redeliverWebhook",
  method: "POST",
  path: "/api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver",
  summary: "Send a delivery again",
  description:
    "Once more and at once, with the same `webhook-id`, whether it arrived before or not. It does not wait for earlier events.",
  limit: "heavy",
  status: 202,
  answer: DeliveryAnswer,
  errors: ["webhook_not_found", "delivery_not_found", "webhook_disabled"],
});
