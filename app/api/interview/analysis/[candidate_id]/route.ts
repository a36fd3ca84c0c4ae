import * as operations from "@/lib/contract/operations/interview.ts";
import { route } from "@/lib/http/operation-route.ts";
import { presentAnalysis } from "@/lib/http/present-analysis.ts";
import { otherMethods } from "@/lib/http/route.ts";
import { getAnalysis } from "@/lib/interview/read-results.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route(operations.getAnalysis, async ({ actor, params, query }) =>
  presentAnalysis(await getAnalysis(actor, params.candidate_id, query.session_id)),
);
