import { reader } from "@/lib/auth/guards.ts";
import { SessionQuery } from "@/lib/contract/interview.ts";
import { presentAnalysis } from "@/lib/http/present-analysis.ts";
import { otherMethods, route } from "@/lib/http/route.ts";
import { getAnalysis } from "@/lib/interview/read-results.ts";

export const { POST, PUT, PATCH, DELETE } = otherMethods("GET");

export const GET = route({ auth: reader, query: SessionQuery }, async ({ actor, params, query }) =>
  presentAnalysis(await getAnalysis(actor, params.candidate_id ?? "", query.session_id)),
);
