import * as operations from "@/lib/contract/operations/shares.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentShare } from "@/lib/present/v1/share.ts";
import { listShareLinks } from "@/lib/shares/list-share-links.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listShareLinks, async ({ actor, query }) => {
  const rows = await listShareLinks(actor, query, readCursor(query.cursor));
  return listPage(rows, query.limit, presentShare);
});
