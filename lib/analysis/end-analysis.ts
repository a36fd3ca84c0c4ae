import { coverageOnWire } from "../contract/coverage.ts";
import * as analyses from "../db/analyses.ts";
import type { Db } from "../db/client.ts";
import { emitEvent } from "../events/emit-event.ts";
import type { Happened } from "../words/happened.ts";

/** Stores what an analysis found, and tells the webhooks. Nothing happens when another worker was faster. */
export async function complete(
  tx: Db,
  id: string,
  result: analyses.CompletedAnalysis,
  questions: analyses.NewQuestionAnalysis[],
): Promise<void> {
  if (!(await analyses.complete(tx, id, result, questions))) return;
  const { organizationId, version, finalStatus, session } = await analyses.describe(tx, id);
  await emitEvent(tx, {
    organizationId,
    interviewId: session.interviewId,
    type: "analysis.completed",
    data: {
      analysis_id: id,
      version,
      provisional: session.status === "active",
      final_status: finalStatus,
      coverage: coverageOnWire(result.coverage),
    },
  });
}

/**
 * An analysis has failed for good: says so, and tells the webhooks.
 * @param reason what the recruiter is told
 */
export async function fail(tx: Db, id: string, reason: Happened): Promise<void> {
  if (!(await analyses.fail(tx, id, reason))) return;
  const { organizationId, version, session } = await analyses.describe(tx, id);
  await emitEvent(tx, {
    organizationId,
    interviewId: session.interviewId,
    type: "analysis.failed",
    data: { analysis_id: id, version },
  });
}
