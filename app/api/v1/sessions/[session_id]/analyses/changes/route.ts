import { compareVersions } from "@/lib/analysis/compare-versions.ts";
import * as operations from "@/lib/contract/operations/results.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { presentChanges } from "@/lib/present/pages/analysis-changes.ts";
import { getBelonging } from "@/lib/review/read-session.ts";
import { ENGLISH } from "@/lib/words/locale.ts";

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET");

export const GET = route(operations.readAnalysisChanges, async ({ actor, params, query }) => {
  const { interviewId } = await getBelonging(actor, params.session_id);
  return { changes: presentChanges(await compareVersions(actor, interviewId, query), ENGLISH) };
});
