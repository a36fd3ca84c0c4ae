import * as auditEvents from "../db/audit-events.ts";
import { transaction } from "../db/client.ts";
import * as erasures from "../db/erasures.ts";
import type { Actor } from "../domain/actor.ts";
import { parseCandidateId } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { addJob } from "../queue/add-job.ts";

/**
 * Everything that is kept about a candidate is to go (lib/privacy/inventory.ts says what that is, and what stays and why). From this
 * transaction on nothing is done with it; a job removes it (lib/privacy/erase.ts). Asked twice, erased once: one whose job was given up is
 * tried again.
 * @param candidateId as it stands in an address
 * @throws AppError `candidate_not_found`: absent and not yours look the same
 */
export function eraseCandidate(candidateId: string, actor: Actor): Promise<erasures.ErasureRow> {
  return transaction(async (tx) => {
    const id = parseCandidateId(candidateId);
    const begun = id === null ? null : await erasures.begin(tx, actor, id);
    const erasure = begun ?? (id === null ? null : await erasures.find(tx, actor.organizationId, id));
    if (!erasure) throw new AppError("candidate_not_found");
    if (begun)
      await auditEvents.append(tx, actor, "candidate.erasure_requested", { kind: "candidate", id: String(id) });
    if (!erasure.finishedAt) await addJob(tx, "privacy.erase", { erasureId: erasure.id });
    return erasure;
  });
}
