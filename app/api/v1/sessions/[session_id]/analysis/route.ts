import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentAnalysis } from "@/lib/present/v1/analysis.ts";
import { getAnalysisOf } from "@/lib/review/read-session.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readSessionAnalysis, async ({ actor, params, query }) => ({
  analysis: presentAnalysis(await getAnalysisOf(actor, params.session_id, query.version)),
}));
