import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentListedRecording } from "@/lib/present/v1/recording.ts";
import { listRecordings } from "@/lib/review/list-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listRecordings, async ({ actor, query }) => {
  const rows = await listRecordings(actor, query, readCursor(query.cursor));
  return listPage(rows, query.limit, presentListedRecording);
});
