import { db } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";

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
