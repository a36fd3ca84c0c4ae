import * as operations from "@/lib/contract/operations/results.ts";
import { pickFields } from "@/lib/contract/v1/analyses.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentListedAnalysis } from "@/lib/present/v1/analysis.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { listAnalyses } from "@/lib/review/list-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.listAnalyses, async ({ actor, query }) => {
  const rows = await listAnalyses(actor, query, readCursor(query.cursor));
  return listPage(rows, query.limit, (row) => pickFields(presentListedAnalysis(row), query.fields));
});
