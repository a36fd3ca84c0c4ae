import * as operations from "@/lib/contract/operations/interviews.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { route } from "@/lib/http/route.ts";
import { createInterview } from "@/lib/interviews/create-interviews.ts";
import { listInterviews } from "@/lib/interviews/read.ts";
import { toWanted } from "@/lib/interviews/wanted-interview.ts";
import { listPage, readCursor } from "@/lib/present/v1/cursor.ts";
import { presentSome } from "@/lib/present/v1/interview.ts";
import { presentInvited } from "@/lib/present/v1/invited.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const POST = route(operations.createInterview, async ({ actor, body }) =>
  presentInvited(await createInterview(toWanted(body), actor)),
);

export const GET = route(operations.listInterviews, async ({ actor, query }) => {
  const filter = {
    state: query.state,
    candidateId: query.candidate_id,
    candidateExternalId: query.candidate_external_id,
    templateId: query.template_id,
    externalId: query.external_id,
    recommendation: query.recommendation,
    decision: query.decision,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
  };
  const older = readCursor(query.cursor);
  const page = { from: older && { older }, limit: query.limit + 1 };
  return listPage(await listInterviews(filter, page, actor), query.limit, (row) => presentSome(row, query.fields));
});
