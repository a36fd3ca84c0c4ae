import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentDelivery } from "@/lib/present/v1/webhook.ts";
import { sendTestEvent } from "@/lib/webhooks/manage/send-test-event.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.testWebhook, async ({ actor, params }) => ({
  delivery: presentDelivery(await sendTestEvent(params.webhook_id, actor)),
}));
