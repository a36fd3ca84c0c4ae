import { db } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";

type Stored = NonNullable<Awaited<ReturnType<typeof deletionRequests.countStored>>>;
type Request = Awaited<ReturnType<typeof deletionRequests.findLatest>>;

/** An interview whose candidate asks for deletion, how much there is of it, and the request that stands. */
export type Restricted = { interview: Stored; requestedAt: Date; request: Request };

/** What is shown of an interview while its candidate asks for deletion; null when they do not, or there is no such interview. */
export async function getRestriction(actor: Actor, interviewId: string): Promise<Restricted | null> {
  const interview = isUuid(interviewId)
    ? await deletionRequests.countStored(db(), actor.organizationId, interviewId)
    : null;
  if (!interview) return null;
  const standing = await deletionRequests.findStanding(db(), { interviewId });
  if (!standing) return null;
  const request = await deletionRequests.findLatest(db(), standing.candidateId);
  return { interview, requestedAt: standing.requestedAt, request };
}
