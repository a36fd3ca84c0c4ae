import * as candidates from "../db/candidates.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";

/** One stretch of the organisation's candidates, newest first. */
export function listCandidates(
  filter: candidates.CandidateFilter,
  page: { after: { createdAt: Date; id: number } | null; limit: number },
  actor: Actor,
): Promise<candidates.CandidateRow[]> {
  return candidates.list(db(), actor.organizationId, filter, page);
}
