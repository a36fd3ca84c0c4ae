import type { Erasure } from "../../contract/v1/candidates.ts";
import type { ErasureRow } from "../../db/erasures.ts";

export function presentErasure({ candidateId, requestedAt, finishedAt, counts }: ErasureRow): Erasure {
  return {
    candidate_id: candidateId,
    requested_at: requestedAt.toISOString(),
    finished_at: finishedAt?.toISOString() ?? null,
    counts: counts as Record<string, number>,
  };
}
