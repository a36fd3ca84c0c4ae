import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentListedSession } from "@/lib/present/v1/session.ts";
import { listSessions } from "@/lib/review/list-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listSessions, async ({ actor, query }) => {
  const rows = await listSessions(actor, query, readCursor(query.cursor));
  return listPage(rows, query.limit, presentListedSession);
});
