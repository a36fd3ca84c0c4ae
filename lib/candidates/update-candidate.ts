import * as auditEvents from "../db/audit-events.ts";
import * as candidates from "../db/candidates.ts";
import { transaction } from "../db/client.ts";
import { lockNames } from "../db/names.ts";
import type { Actor } from "../domain/actor.ts";
import { AppError } from "../errors.ts";
import { changeDetail, changedFields } from "./changed-fields.ts";
import { getCandidate } from "./read.ts";

/**
 * Changes what is sent, and nothing else.
 * @throws AppError `candidate_not_found`; `candidate_conflict` where the address or external id is somebody else's
 */
export function updateCandidate(
  candidateId: string,
  changes: Partial<candidates.NewCandidate>,
  actor: Actor,
): Promise<candidates.CandidateRow> {
  const { organizationId } = actor;
  return transaction(async (tx) => {
    await lockNames(tx, organizationId);
    const row = await getCandidate(candidateId, actor);
    const fields = changedFields(row, changes);
    if (fields.length === 0) return row;
    await assertFree(tx, row.id, changes, organizationId);
    const updated = await candidates.update(tx, organizationId, row.id, changes);
    if (!updated) throw new AppError("candidate_not_found");
    await auditEvents.append(tx, actor, "candidate.changed", {
      kind: "candidate",
      id: String(row.id),
      detail: changeDetail(row, fields),
    });
    return updated;
  });
}

async function assertFree(
  tx: Parameters<typeof candidates.find>[0],
  id: number,
  { email, externalId }: Partial<candidates.NewCandidate>,
  organizationId: string,
): Promise<void> {
  const known = await candidates.findKnown(tx, organizationId, {
    emails: email ? [email] : [],
    externalIds: externalId ? [externalId] : [],
  });
  const other = known.find((row) => row.id !== id);
  if (!other) return;
  throw new AppError(
    other.email === email ? "candidate_conflict:address_taken" : "candidate_conflict:external_id_taken",
  );
}
