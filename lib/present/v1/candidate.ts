import type { Candidate } from "../../contract/v1/candidates.ts";
import type { CandidateRow } from "../../db/candidates.ts";

export function presentCandidate(row: CandidateRow): Candidate {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    external_id: row.externalId,
    created_at: row.createdAt.toISOString(),
    deletion_requested_at: row.deletionRequestedAt?.toISOString() ?? null,
  };
}
