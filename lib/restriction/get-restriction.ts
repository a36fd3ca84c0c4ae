import type { Restriction } from "../contract/deletion-request.ts";
import { db } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";

/** What is shown of an interview while its candidate asks for deletion; null when they do not, or there is no such interview. */
export async function getRestriction(actor: Actor, interviewId: string): Promise<Restriction | null> {
  const found = isUuid(interviewId) && (await deletionRequests.countStored(db(), actor.organizationId, interviewId));
  if (!found) return null;
  const standing = await deletionRequests.findStanding(db(), { interviewId });
  if (!standing) return null;
  const request = await deletionRequests.findLatest(db(), standing.candidateId);
  const { session, candidate, template } = found;
  return {
    interviewId: found.id,
    candidate: { name: candidate.name, email: candidate.email },
    roleTitle: template.roleTitle,
    invitedAt: found.createdAt.toISOString(),
    startedAt: session?.startedAt.toISOString() ?? null,
    endedAt: session?.endedAt?.toISOString() ?? null,
    requestedAt: standing.requestedAt.toISOString(),
    askedElsewhere: request?.interviewId != null && request.interviewId !== found.id,
    stored: {
      questions: session?._count.questions ?? 0,
      answers: session?._count.answers ?? 0,
      recordedSeconds: session?.recording?.durationSeconds ?? null,
      analyses: session?._count.analyses ?? 0,
      decisions: session?._count.decisions ?? 0,
      shareLinks: found._count.shareLinks,
    },
  };
}
