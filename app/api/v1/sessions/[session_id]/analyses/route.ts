import { rescore } from "@/lib/analysis/rescore.ts";
import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentVersion } from "@/lib/present/pages/review.ts";
import { getBelonging, listVersions } from "@/lib/review/read-session.ts";
import { ENGLISH } from "@/lib/words/locale.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const GET = route(operations.listAnalysisVersions, async ({ actor, params }) => ({
  data: (await listVersions(actor, params.session_id)).map((version) => presentVersion(version, ENGLISH)),
}));

export const POST = route(operations.runAnalysis, async ({ actor, body, params }) => {
  const { interviewId } = await getBelonging(actor, params.session_id);
  return { message: "Analysis started", analysis: await rescore(actor, interviewId, body) };
});
