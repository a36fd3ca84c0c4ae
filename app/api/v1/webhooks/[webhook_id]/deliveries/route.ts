import * as operations from "@/lib/contract/operations/webhooks.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentDelivery } from "@/lib/present/v1/webhook.ts";
import { listDeliveries } from "@/lib/webhooks/manage/read.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listWebhookDeliveries, async ({ actor, params, query }) => {
  const { limit, status, cursor } = query;
  const rows = await listDeliveries(params.webhook_id, actor, { status, after: readCursor(cursor), limit: limit + 1 });
  return listPage(rows, limit, presentDelivery);
});
