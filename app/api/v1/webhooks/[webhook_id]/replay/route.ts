import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentWebhook } from "@/lib/present/v1/webhook.ts";
import { replayMissed } from "@/lib/webhooks/manage/replay-missed.ts";

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("POST");

export const POST = route(operations.replayWebhook, async ({ actor, params, body }) => {
  const { webhook, ...sent } = await replayMissed(params.webhook_id, body, actor);
  return { webhook: presentWebhook(webhook), ...sent };
});
