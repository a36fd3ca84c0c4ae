import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentAnalysis } from "@/lib/present/v1/analysis.ts";
import { getAnalysisById } from "@/lib/review/read-session.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readAnalysis, async ({ actor, params }) => ({
  analysis: presentAnalysis(await getAnalysisById(actor, params.analysis_id)),
}));
