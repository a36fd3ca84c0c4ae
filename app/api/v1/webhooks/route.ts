import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentWebhook } from "@/lib/present/v1/webhook.ts";
import { createWebhook } from "@/lib/webhooks/manage/create-webhook.ts";
import { listWebhooks } from "@/lib/webhooks/manage/read.ts";

export const { HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.listWebhooks, async ({ actor, query }) => {
  const rows = await listWebhooks(actor, readCursor(query.cursor), query.limit + 1);
  return listPage(rows, query.limit, presentWebhook);
});

export const POST = route(operations.createWebhook, async ({ actor, body }) => {
  const { webhook, secret } = await createWebhook(body, actor);
  return { webhook: presentWebhook(webhook), secret };
});
