import * as candidates from "../db/candidates.ts";
import { transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import type { Actor } from "../domain/actor.ts";
import { KnownCandidates } from "./known-candidates.ts";
import { writeCandidates } from "./write-candidates.ts";

/**
 * The organisation's candidate of this external id or address, made if there is none. A new name replaces the old one:
 * whoever sends somebody again has corrected it.
 * @returns `created`: whether there was none
 * @throws AppError `candidate_conflict` where address and external id speak of different people
 */
export function createCandidate(
  candidate: candidates.NewCandidate,
  actor: Actor,
): Promise<{ candidate: candidates.CandidateRow; created: boolean }> {
  const { email, externalId } = candidate;
  return transaction(async (tx) => {
    await lockNames(tx, actor.organizationId);
    const wanted = { emails: [email], externalIds: externalId === null ? [] : [externalId] };
    const known = new KnownCandidates(await candidates.findKnown(tx, actor.organizationId, wanted));
    const planned = known.meet(candidate);
    known.rename(planned, candidate.name);
    const created = planned.row === null;
    await writeCandidates(tx, known, actor);
    if (!planned.row) throw new Error("the candidate was not written");
    return { candidate: planned.row, created };
  });
}
