import * as candidates from "../db/candidates.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import type { ListPosition } from "../domain/list-position.ts";

/** One stretch of the organisation's candidates, newest first. */
export function listCandidates(
  filter: candidates.CandidateFilter,
  page: { after: ListPosition<number> | null; limit: number },
  actor: Actor,
): Promise<candidates.CandidateRow[]> {
  return candidates.list(db(), actor.organizationId, filter, page);
}
