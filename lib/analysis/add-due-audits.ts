import { db, transaction } from "../db/client.ts";
import * as scoringAudits from "../db/scoring-audits.ts";
import { addJob } from "../queue/add-job.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";

/** In one go; the next look finds the rest. */
const MAX_ADDED = 200;
/** A version that still waits from the last look is not added again. */
const WAITS_SECONDS = 12 * 3600;

/**
 * Adds what is to be audited this night. Asked again, it adds nothing that waits.
 * @returns how many versions are due
 */
export async function addDueAudits(): Promise<number> {
  const due = await scoringAudits.findDue(db(), offlineRubric.identity.rubricVersion, MAX_ADDED);
  await transaction(async (tx) => {
    for (const templateVersionId of due) {
      await addJob(
        tx,
        "analysis.audit",
        { templateVersionId },
        { key: templateVersionId, withinSeconds: WAITS_SECONDS },
      );
    }
  });
  return due.length;
}
