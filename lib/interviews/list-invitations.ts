import { db } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import type { InterviewFilter } from "../db/interview-filter.ts";
import * as interviewList from "../db/interview-list.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import type { ListPosition } from "../domain/list-position.ts";
import { AppError } from "../errors.ts";

/** One stretch of the organisation's interviews, newest invitation first. */
export async function listInvitations(
  filter: InterviewFilter,
  { after, limit }: { after: ListPosition | null; limit: number },
  actor: Actor,
): Promise<interviewList.ListedRow[]> {
  const { organizationId } = actor;
  const from = after && { older: after };
  return interviewList.list(db(), { ...filter, organizationId, from, limit, now: await databaseNow(db()) });
}

/**
 * One interview, with how far it has come.
 * @throws AppError `interview_not_found`
 */
export async function getInvitation(interviewId: string, actor: Actor): Promise<interviewList.ListedRow> {
  const found = isUuid(interviewId) ? await listInvitations({ id: interviewId }, { after: null, limit: 1 }, actor) : [];
  if (!found[0]) throw new AppError("interview_not_found");
  return found[0];
}
