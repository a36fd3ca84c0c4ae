import { createCandidate } from "@/lib/candidates/create-candidate.ts";
import { listCandidates } from "@/lib/candidates/read.ts";
import * as operations from "@/lib/contract/operations/candidates.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { respond } from "@/lib/http/respond.ts";
import { route } from "@/lib/http/route.ts";
import { presentCandidate } from "@/lib/present/v1/candidate.ts";
import { listPage, readCandidateCursor } from "@/lib/present/v1/cursor.ts";

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods("GET", "POST");

export const POST = route(operations.createCandidate, async ({ actor, body }) => {
  const { name, email, external_id = null } = body;
  const { candidate, created } = await createCandidate({ name, email, externalId: external_id }, actor);
  const answer = { candidate: presentCandidate(candidate), created };
  return created ? answer : respond({ success: true, ...answer });
});

export const GET = route(operations.listCandidates, async ({ actor, query }) => {
  const { limit, cursor, email, external_id, q, created_after, created_before } = query;
  const filter = {
    email,
    externalId: external_id,
    namePrefix: q,
    createdAfter: created_after,
    createdBefore: created_before,
  };
  const page = { after: readCandidateCursor(cursor), limit: limit + 1 };
  return listPage(await listCandidates(filter, page, actor), limit, presentCandidate);
});
