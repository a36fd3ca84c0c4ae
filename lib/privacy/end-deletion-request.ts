import * as auditEvents from "../db/audit-events.ts";
import { type Db, transaction } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import * as interviews from "../db/interviews.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { emitEvent } from "../events/emit-event.ts";
import { asMember } from "../members/as-member.ts";
import { addJob } from "../queue/add-job.ts";

type Concerned = { id: string; organizationId: string; candidateId: number };

/**
 * A member answers that what the candidate wants deleted is kept, and why: the candidate reads it on their page, and everything goes on
 * where it stopped. Answered twice, answered once.
 * @throws AppError `interview_not_found`: absent and not yours look the same; `no_deletion_request` when none stands
 */
export async function keepData(actor: Actor, interviewId: string, reason: string): Promise<void> {
  await transaction(async (tx) => {
    const found = isUuid(interviewId) ? await interviews.find(tx, actor.organizationId, interviewId) : null;
    if (!found) throw new AppError("interview_not_found");
    const interview = { ...found, organizationId: actor.organizationId };
    const ending = { outcome: "kept", endedById: actor.id, reason } as const;
    if (!(await end(tx, interview, ending))) {
      throw new AppError("no_deletion_request");
    }
    await auditEvents.append(tx, actor, "candidate.deletion_answered", subjectOf(interview, { outcome: "kept" }));
  });
}

/**
 * The candidate takes their request back, with the link they asked with or any other of theirs.
 * Whoever invited them holds it, too, and cannot.
 * @param asker who is known to have sent it, besides by the token
 * @throws AppError `interview_not_found`, `forbidden`
 */
export async function withdrawRequest(interviewToken: string, asker: Actor | null = null): Promise<void> {
  await transaction(async (tx) => {
    const interview = isUuid(interviewToken) ? await interviews.findByToken(tx, interviewToken) : null;
    if (!interview) throw new AppError("interview_not_found:documented");
    if (await asMember(tx, asker, interview.organizationId)) {
      throw new AppError("forbidden:withdraw_deletion");
    }
    if (!(await end(tx, interview, { outcome: "withdrawn" }))) return; // taken back twice, or answered meanwhile
    const { organizationId, candidateId } = interview;
    const candidate = { organizationId, kind: "candidate" as const, id: String(candidateId) };
    await auditEvents.append(tx, candidate, "candidate.deletion_withdrawn", subjectOf(interview));
  });
}

async function end(tx: Db, interview: Concerned, ending: deletionRequests.Ending): Promise<boolean> {
  const { id: interviewId, organizationId, candidateId } = interview;
  if (!(await deletionRequests.end(tx, candidateId, ending))) return false;
  await resume(tx, candidateId);
  const data = { outcome: ending.outcome };
  await emitEvent(tx, { organizationId, interviewId, type: "candidate.deletion_request_ended", data });
  return true;
}

/** What the request put off (lib/restriction/put-off.ts) is added again. All of it is safe to be asked for twice. */
async function resume(tx: Db, candidateId: number): Promise<void> {
  const { recordings, transcriptions, analyses, finished } = await deletionRequests.findPutOff(tx, candidateId);
  for (const sessionId of recordings) await addJob(tx, "recording.finalize", { sessionId });
  for (const task of transcriptions) await addJob(tx, "transcription.run", task);
  for (const analysisId of analyses) await addJob(tx, "analysis.run", { analysisId });
  for (const sessionId of finished) await addJob(tx, "analysis.hear-late-sound", { sessionId });
}

function subjectOf({ candidateId, id }: Concerned, detail: Record<string, string> = {}) {
  return { kind: "candidate", id: String(candidateId), detail: { interview_id: id, ...detail } };
}
