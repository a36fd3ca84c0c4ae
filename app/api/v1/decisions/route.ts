import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentDecision } from "@/lib/present/v1/decision.ts";
import { decideFor } from "@/lib/review/decide-for.ts";
import { listDecisions } from "@/lib/review/list-results.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.listDecisions, async ({ actor, query }) => {
  const rows = await listDecisions(actor, query, readCursor(query.cursor));
  return listPage(rows, query.limit, presentDecision);
});

export const POST = route(operations.createDecision, async ({ actor, body }) => ({
  decision: presentDecision(await decideFor(actor, body)),
}));
