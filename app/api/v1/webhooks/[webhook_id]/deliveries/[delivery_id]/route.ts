import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentDelivery } from "@/lib/present/v1/webhook.ts";
import { getDelivery } from "@/lib/webhooks/manage/read.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getWebhookDelivery, async ({ actor, params }) => {
  const ids = { webhookId: params.webhook_id, deliveryId: params.delivery_id };
  return { delivery: presentDelivery(await getDelivery(ids, actor)) };
});
