import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentWebhook } from "@/lib/present/v1/webhook.ts";
import { rotateSecret } from "@/lib/webhooks/manage/rotate-secret.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.rotateWebhookSecret, async ({ actor, params }) => {
  const { webhook, secret } = await rotateSecret(params.webhook_id, actor);
  return { webhook: presentWebhook(webhook), secret };
});
