import { db } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import * as reviews from "../db/reviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";

/** Whether the actor's organisation has this interview, without reading all of it. */
export async function interviewExists(interviewId: string, actor: Actor): Promise<boolean> {
  return isUuid(interviewId) && (await reviews.findSession(db(), actor.organizationId, interviewId)) !== null;
}

/** The decision that counts, and how many there are. */
export type LatestDecision = { latest: decisions.DecisionRow | null; count: number };

/**
 * The decision that counts, for a page to see whether it has changed, without reading the whole review.
 * @throws AppError `interview_not_found`: absent and not yours look the same
 */
export async function getLatestDecision(interviewId: string, { organizationId }: Actor): Promise<LatestDecision> {
  const found = isUuid(interviewId) ? await decisions.findLatest(db(), organizationId, interviewId) : null;
  if (!found) throw new AppError("interview_not_found");
  await assertUnrestricted(db(), { interviewId });
  return { latest: found.latest, count: found.count };
}
