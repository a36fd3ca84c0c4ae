import * as candidates from "../db/candidates.ts";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { parseCandidateId } from "../domain/ids.ts";
import type { ListPosition } from "../domain/list-position.ts";
import { AppError } from "../errors.ts";

/** One stretch of the organisation's candidates, newest first. */
export function listCandidates(
  filter: candidates.CandidateFilter,
  page: { after: ListPosition<number> | null; limit: number },
  actor: Actor,
): Promise<candidates.CandidateRow[]> {
  return candidates.list(db(), actor.organizationId, filter, page);
}

/**
 * @param candidateId as it stands in an address
 * @throws AppError `candidate_not_found`
 */
export async function getCandidate(candidateId: string, actor: Actor): Promise<candidates.CandidateRow> {
  const id = parseCandidateId(candidateId);
  const found = id === null ? null : await candidates.find(db(), actor.organizationId, id);
  if (!found) throw new AppError("candidate_not_found");
  return found;
}
