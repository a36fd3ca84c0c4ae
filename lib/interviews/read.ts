import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import type { InterviewFilter, Stretch } from "../db/interview-filter.ts";
import * as interviewList from "../db/interview-list.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";

/** One stretch of the organisation's interviews, newest invitation first. */
export async function listInterviews(
  filter: InterviewFilter,
  { from, limit }: Pick<Stretch, "from" | "limit">,
  { organizationId }: Actor,
): Promise<interviewList.ListedRow[]> {
  return interviewList.list(db(), { ...filter, organizationId, from, limit, now: await databaseNow(db()) });
}

/**
 * One interview, with how far it has come.
 * @throws AppError `interview_not_found`
 */
export async function getInterview(interviewId: string, actor: Actor): Promise<interviewList.ListedRow> {
  const found = isUuid(interviewId) ? await listInterviews({ id: interviewId }, { from: null, limit: 1 }, actor) : [];
  if (!found[0]) throw new AppError("interview_not_found");
  return found[0];
}

/** The candidate's newest invitation that can still be started, or null. */
export async function findScheduledInterview(
  candidate: { id: number } | { email: string },
  { organizationId }: Actor,
): Promise<interviews.InterviewRow | null> {
  return interviews.findScheduled(db(), organizationId, candidate, await databaseNow(db()));
}
