import * as operations from "@/lib/contract/operations/interview.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentAnalysis } from "@/lib/present/documented/analysis.ts";
import { getAnalysis } from "@/lib/sitting/read-results.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.getAnalysis, async ({ actor, params, query }) =>
  presentAnalysis(await getAnalysis(actor, params.candidate_id, query.session_id)),
);
