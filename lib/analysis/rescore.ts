import { randomUUID } from "node:crypto";
import * as analyses from "../db/analyses.ts";
import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { addJob } from "../queue/add-job.ts";
import { holdUnrestricted } from "../restriction/assert-unrestricted.ts";

export type Rescore = { scorer: "configured" | "offline" };
export type NewAnalysis = { version: number; status: "pending" };

/**
 * Has a finished interview scored again, as a new version beside those that are there. One that failed is gone on with: what it
 * has paid for counts. One that was completed is made anew, call by call.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `interview_not_completed`; `analysis_under_way`
 */
export async function rescore(actor: Actor, interviewId: string, { scorer }: Rescore): Promise<NewAnalysis> {
  const { organizationId, id: requestedById = null } = actor;
  return transaction(async (tx) => {
    const interview = isUuid(interviewId) ? await reviews.findSession(tx, organizationId, interviewId) : null;
    if (!interview) throw new AppError("interview_not_found");
    await holdUnrestricted(tx, { interviewId });
    const { session } = interview;
    if (session?.status !== "completed") {
      throw new AppError("interview_not_completed:score");
    }
    const latest = await analyses.lockLatest(tx, organizationId, session.id);
    if (latest?.status === "pending" || latest?.status === "processing") {
      throw new AppError("analysis_under_way");
    }
    const runId = await runToGoOnWith(tx, { organizationId, sessionId: session.id }, scorer);
    const request = { scorer, requestedById, runId: runId ?? randomUUID() };
    const analysisId = await analyses.createNext(tx, { id: session.id, organizationId }, request);
    const version = (latest?.version ?? 0) + 1;
    await auditEvents.append(tx, actor, "analysis.requested", {
      kind: "interview",
      id: interviewId,
      detail: { version, scorer },
    });
    await addJob(tx, "analysis.run", { analysisId });
    return { version, status: "pending" };
  });
}

/** The run of the last analysis by the same scorer, if that one failed. */
async function runToGoOnWith(
  tx: Db,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  scorer: Rescore["scorer"],
): Promise<string | null> {
  const last = await analyses.lockLatest(tx, organizationId, sessionId, scorer);
  return last?.status === "failed" ? last.runId : null;
}
