import { noteSeen } from "../audit/note-seen.ts";
import * as analysisList from "../db/analysis-list.ts";
import * as analysisVersions from "../db/analysis-versions.ts";
import { db } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import * as sessionList from "../db/session-list.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";

/**
 * What a session belongs to.
 * @throws AppError `session_not_found`: absent and not yours look the same
 */
export async function getBelonging({ organizationId }: Actor, sessionId: string): Promise<sessionList.Belonging> {
  const found = isUuid(sessionId) ? await sessionList.findBelonging(db(), organizationId, sessionId) : null;
  if (!found) throw new AppError("session_not_found");
  return found;
}

/** An analysis, and where in the recording things were said. */
export type WholeAnalysis = {
  analysis: analysisList.WholeRow;
  segments: Awaited<ReturnType<typeof segments.listPlaces>>;
};

/** @throws AppError `analysis_not_found`: absent and not yours look the same; `deletion_requested` */
export async function getAnalysisById(actor: Actor, id: string): Promise<WholeAnalysis> {
  return whole(actor, isUuid(id) ? await analysisList.find(db(), actor.organizationId, id) : null);
}

/**
 * The latest analysis of a session, or the version asked for.
 * @throws AppError `session_not_found`, `analysis_not_found`, `deletion_requested`
 */
export async function getAnalysisOf(
  actor: Actor,
  sessionId: string,
  version: number | undefined,
): Promise<WholeAnalysis> {
  const { id } = await getBelonging(actor, sessionId);
  return whole(actor, await analysisList.findVersion(db(), actor.organizationId, id, version));
}

/** @throws AppError `session_not_found`, `deletion_requested` */
export async function listVersions(actor: Actor, sessionId: string): Promise<analysisVersions.VersionRow[]> {
  const { id, interviewId } = await getBelonging(actor, sessionId);
  await assertUnrestricted(db(), { interviewId });
  await noteSeen(actor, "analysis.read", interviewId);
  return analysisVersions.list(db(), actor.organizationId, id);
}

async function whole(actor: Actor, analysis: analysisList.WholeRow | null): Promise<WholeAnalysis> {
  if (!analysis) throw new AppError("analysis_not_found");
  await assertUnrestricted(db(), { sessionId: analysis.sessionId });
  await noteSeen(actor, "analysis.read", analysis.session.interviewId);
  return { analysis, segments: await segments.listPlaces(db(), analysis.sessionId) };
}
