import { getCandidate } from "@/lib/candidates/read.ts";
import { updateCandidate } from "@/lib/candidates/update-candidate.ts";
import * as operations from "@/lib/contract/operations/candidates.ts";
import { otherMethods } from "@/lib/http/other-methods.ts";
import { respond } from "@/lib/http/respond.ts";
import { route } from "@/lib/http/route.ts";
import { presentCandidate } from "@/lib/present/v1/candidate.ts";
import { presentErasure } from "@/lib/present/v1/erasure.ts";
import { eraseCandidate } from "@/lib/privacy/erase-candidate.ts";

export const { POST, PUT, OPTIONS } = otherMethods("GET", "PATCH", "DELETE");

export const GET = route(operations.getCandidate, async ({ actor, params }) => ({
  candidate: presentCandidate(await getCandidate(params.candidate_id, actor)),
}));

export const PATCH = route(operations.updateCandidate, async ({ actor, body, params }) => {
  const { name, email, external_id } = body;
  const changes = {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(external_id !== undefined && { externalId: external_id }),
  };
  return { candidate: presentCandidate(await updateCandidate(params.candidate_id, changes, actor)) };
});

export const DELETE = route(operations.eraseCandidate, async ({ actor, params }) => {
  const erasure = presentErasure(await eraseCandidate(params.candidate_id, actor));
  if (erasure.finished_at === null) return { message: "The candidate is being erased", erasure };
  return respond({ success: true, message: "The candidate has been erased", erasure });
});
