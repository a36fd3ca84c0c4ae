import { listAuditEvents } from "@/lib/audit/list-audit-events.ts";
import * as operations from "@/lib/contract/operations/account.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentAuditEvent } from "@/lib/present/v1/audit-event.ts";
import { listPage, readEventCursor } from "@/lib/present/v1/cursor.ts";

export const { HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listAuditEvents, async ({ actor, query }) => {
  const { limit, cursor, action, subject_id: subjectId } = query;
  const rows = await listAuditEvents(actor, { action, subjectId, after: readEventCursor(cursor), limit: limit + 1 });
  const placed = rows.map((row) => ({ ...row, createdAt: row.event.at, id: row.event.id.toString() }));
  return listPage(placed, limit, presentAuditEvent);
});
