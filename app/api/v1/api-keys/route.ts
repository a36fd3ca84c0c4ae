import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { createApiKey } from "@/lib/keys/create-api-key.ts";
import { pageApiKeys } from "@/lib/keys/list-api-keys.ts";
import { presentApiKey } from "@/lib/present/v1/api-key.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";

export const { HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.listApiKeys, async ({ actor, query }) => {
  const rows = await pageApiKeys(actor, readCursor(query.cursor), query.limit + 1);
  return listPage(rows, query.limit, presentApiKey);
});

export const POST = route(operations.createApiKey, async ({ actor, body }) => {
  const { plain, ...key } = await createApiKey(body, actor);
  return { api_key: presentApiKey(key), key: plain };
});
