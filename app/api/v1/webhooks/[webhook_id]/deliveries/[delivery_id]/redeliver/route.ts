import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentDelivery } from "@/lib/present/v1/webhook.ts";
import { redeliver } from "@/lib/webhooks/manage/redeliver.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.redeliverWebhook, async ({ actor, params }) => {
  const ids = { webhookId: params.webhook_id, deliveryId: params.delivery_id };
  return { delivery: presentDelivery(await redeliver(ids, actor)) };
});
