import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentWebhook } from "@/lib/present/v1/webhook.ts";
import { deleteWebhook } from "@/lib/webhooks/manage/delete-webhook.ts";
import { getWebhook } from "@/lib/webhooks/manage/read.ts";
import { updateWebhook } from "@/lib/webhooks/manage/update-webhook.ts";

export const { HEAD, POST, PUT, OPTIONS } = otherMethods("GET", "PATCH", "DELETE");

export const GET = route(operations.getWebhook, async ({ actor, params }) => ({
  webhook: presentWebhook(await getWebhook(params.webhook_id, actor)),
}));

export const PATCH = route(operations.updateWebhook, async ({ actor, params, body }) => ({
  webhook: presentWebhook(await updateWebhook(params.webhook_id, body, actor)),
}));

export const DELETE = route(operations.deleteWebhook, async ({ actor, params }) => {
  await deleteWebhook(params.webhook_id, actor);
  return { message: "The webhook is removed." };
});
