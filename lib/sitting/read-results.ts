import { noteSeen } from "../audit/note-seen.ts";
import * as analyses from "../db/analyses.ts";
import * as candidates from "../db/candidates.ts";
import { db } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import * as sessions from "../db/sessions.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid, parseCandidateId } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { assertUnrestricted } from "../restriction/assert-unrestricted.ts";

/**
 * A candidate's latest session, or the one asked for.
 * @param candidateId as it stands in the address
 * @returns `session` is null while the candidate has not started
 * @throws AppError `candidate_not_found`, `session_not_found`: absent and not yours look the same
 */
export async function getCandidateSession(actor: Actor, candidateId: string, sessionId?: string) {
  const id = parseCandidateId(candidateId);
  const known = id !== null && (await candidates.exists(db(), actor.organizationId, id));
  if (!known) throw new AppError("candidate_not_found:documented");
  if (sessionId !== undefined && !isUuid(sessionId)) throw sessionNotFound();
  const session = await sessions.findOfCandidate(db(), actor.organizationId, id, sessionId);
  if (!session && sessionId !== undefined) throw sessionNotFound();
  return { candidateId: id, session };
}

/** The recording of a candidate's latest session, or of the one asked for, with what it is made of. */
export async function getRecording(actor: Actor, candidateId: string, sessionId?: string) {
  const found = await getCandidateSession(actor, candidateId, sessionId);
  await assertUnrestricted(db(), found);
  return { ...found, segments: found.session ? await segments.listArrived(db(), found.session.id) : [] };
}

export async function getAnalysis(actor: Actor, candidateId: string, sessionId?: string) {
  const found = await getCandidateSession(actor, candidateId, sessionId);
  await assertUnrestricted(db(), found);
  const { session } = found;
  if (session) await noteSeen(actor, "analysis.read", session.interviewId);
  const analysis = session && (await analyses.findLatest(db(), actor.organizationId, session.id));
  return { ...found, analysis, segments: session ? await segments.listPlaces(db(), session.id) : [] };
}

/**
 * @param mayAnswer a request for deletion: whoever does must know what is there, so they may read it while one stands
 * @throws AppError `session_not_found`: absent and not yours look the same; `deletion_requested`
 */
export async function getSessionHead(actor: Actor, sessionId: string, mayAnswer = false) {
  const session = isUuid(sessionId) ? await sessions.findHead(db(), actor.organizationId, sessionId) : null;
  if (!session) throw sessionNotFound();
  if (!mayAnswer) await assertUnrestricted(db(), session);
  await noteSeen(actor, "session.read", session.interviewId);
  return session;
}

function sessionNotFound(): AppError {
  return new AppError("session_not_found:documented");
}
