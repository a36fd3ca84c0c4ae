import { noteSeen } from "../audit/note-seen.ts";
import * as analyses from "../db/analyses.ts";
import { db } from "../db/client.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";

export type TwoVersions = { from: analyses.ComparedRow; to: analyses.ComparedRow };

/**
 * Two analyses of an interview, to be compared. Any two will do, also one that failed: it has no scores.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `analysis_not_found`
 */
export async function compareVersions(
  actor: Actor,
  interviewId: string,
  versions: { from: number; to: number },
): Promise<TwoVersions> {
  const interview = isUuid(interviewId) ? await reviews.findSession(db(), actor.organizationId, interviewId) : null;
  if (!interview) throw new AppError("interview_not_found");
  await assertUnrestricted(db(), { interviewId });
  await noteSeen(actor, "analysis.read", interviewId);
  const { session } = interview;
  const wanted = [versions.from, versions.to];
  const found = session ? await analyses.findVersions(db(), actor.organizationId, session.id, wanted) : [];
  const [from, to] = wanted.map((version) => found.find((row) => row.version === version));
  if (from && to) return { from, to };
  const missing = from ? versions.to : versions.from;
  throw new AppError("analysis_not_found:version", { params: { version: missing } });
}
