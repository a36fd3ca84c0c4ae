import { noteListed } from "../audit/note-seen.ts";
import type { AnalysesQuery } from "../contract/v1/analyses.ts";
import type { DecisionsQuery } from "../contract/v1/decisions.ts";
import type { RecordingsQuery } from "../contract/v1/recordings.ts";
import type { SessionsQuery } from "../contract/v1/sessions.ts";
import * as analysisList from "../db/analysis-list.ts";
import { db } from "../db/client.ts";
import * as decisions from "../db/decisions.ts";
import * as sessionList from "../db/session-list.ts";
import type { Actor } from "../domain/actor.ts";
import type { ListPosition } from "../domain/list-position.ts";

/* Lists of what came of an organisation's interviews, newest first. Each gives one row more than a page has, if there is one. Recordings, analyses and decisions of who asks for their data to be deleted are in none. */

export function listSessions({ organizationId }: Actor, query: SessionsQuery, from: ListPosition | null) {
  return sessionList.list(db(), { ...sessionsOf(organizationId, query, from), status: query.status });
}

export function listRecordings({ organizationId }: Actor, query: RecordingsQuery, from: ListPosition | null) {
  const recordingStatus = query.recording_status;
  return sessionList.list(db(), { ...sessionsOf(organizationId, query, from), recordingStatus, unrestricted: true });
}

function sessionsOf(organizationId: string, query: SessionsQuery | RecordingsQuery, from: ListPosition | null) {
  return {
    organizationId,
    candidateId: query.candidate_id,
    interviewId: query.interview_id,
    startedAfter: query.started_after,
    startedBefore: query.started_before,
    from,
    limit: query.limit + 1,
  };
}

export async function listAnalyses(actor: Actor, query: AnalysesQuery, from: ListPosition | null) {
  await noteListed(actor, "analysis.read");
  const { organizationId } = actor;
  return analysisList.list(db(), {
    organizationId,
    candidateId: query.candidate_id,
    interviewId: query.interview_id,
    sessionId: query.session_id,
    status: query.analysis_status,
    finalStatus: query.final_status,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
    latestOnly: query.latest === "1",
    from,
    limit: query.limit + 1,
  });
}

export function listDecisions({ organizationId }: Actor, query: DecisionsQuery, from: ListPosition | null) {
  return decisions.list(db(), {
    organizationId,
    candidateId: query.candidate_id,
    interviewId: query.interview_id,
    decision: query.decision,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
    from,
    limit: query.limit + 1,
  });
}
