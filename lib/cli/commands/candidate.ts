import { eraseCandidate } from "../../privacy/erase-candidate.ts";
import { commandActor } from "../../runtime/command-actor.ts";
import { withDatabase } from "../../runtime/database.ts";
import type { Outcome } from "../../runtime/outcome.ts";
import type { OrganizationOptions } from "./api-key.ts";

/** Has everything about a candidate erased; the worker does it. */
export function erase(candidateId: string, { organization }: OrganizationOptions): Promise<Outcome> {
  return withDatabase(async () => {
    const { id, finishedAt, counts } = await eraseCandidate(candidateId, await commandActor(organization));
    const text = finishedAt
      ? `Candidate ${candidateId} was erased on ${finishedAt.toISOString()}.`
      : `Candidate ${candidateId} is being erased by the worker; run this again to see whether it is done.`;
    return {
      json: {
        candidate_id: Number(candidateId),
        erasure_id: id,
        finished_at: finishedAt?.toISOString() ?? null,
        counts,
      },
      text,
    };
  });
}
