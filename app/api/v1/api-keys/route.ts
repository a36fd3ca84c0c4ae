import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/http/v1/cursor.ts";
import { presentApiKey } from "@/lib/http/v1/present-api-key.ts";
import { createApiKey } from "@/lib/keys/create-api-key.ts";
import { pageApiKeys } from "@/lib/keys/list-api-keys.ts";

export const { HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.listApiKeys, async ({ actor, query }) => {
  const rows = await pageApiKeys(actor, readCursor(query.cursor), query.limit + 1);
  return listPage(rows, query.limit, presentApiKey);
});

export const POST = route(operations.createApiKey, async ({ actor, body }) => {
  const { plain, ...key } = await createApiKey(body, actor);
  return { api_key: presentApiKey(key), key: plain };
});
