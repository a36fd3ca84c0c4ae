import { type ListedState, silentSince } from "../domain/interview-state.ts";
import type { ListPosition } from "../domain/list-position.ts";
import type { FinalStatus, JobStatus, RecordingStatus, SessionStatus } from "../domain/status.ts";
import { contains } from "./candidates.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A line of the list of interviews. */
export type ListedRow = {
  id: string;
  externalId: string | null;
  createdAt: Date;
  expiresAt: Date;
  openedAt: Date | null;
  revokedAt: Date | null;
  token: string;
  candidateId: number;
  candidateName: string;
  candidateEmail: string;
  candidateExternalId: string | null;
  /** Since when a request for deletion stands: what came of the interview is not told then. */
  deletionRequestedAt: Date | null;
  templateId: string;
  templateName: string;
  templateExternalId: string | null;
  /** The number of the version that it keeps; null before it has begun. */
  templateVersion: number | null;
  roleTitle: string;
  /** The public one. */
  sessionId: string | null;
  sessionStatus: SessionStatus | null;
  startedAt: Date | null;
  endedAt: Date | null;
  lastSeenAt: Date | null;
  questionCount: number | null;
  answerCount: number | null;
  recordingStatus: RecordingStatus | null;
  processingStatus: JobStatus | null;
  recordingSeconds: number | null;
  analysisVersion: number | null;
  analysisStatus: JobStatus | null;
  analysedAt: Date | null;
  method: string | null;
  overallScore: number | null;
  recommendation: FinalStatus | null;
  /** Of the latest analysis (lib/domain/coverage.ts); null where it was not kept. */
  coverage: unknown;
  lookReasons: string[] | null;
  decision: FinalStatus | null;
  decidedAt: Date | null;
  /** The person, and the key that sent it for them. */
  decidedBy: string | null;
  decidedByKey: string | null;
  /** When this was read, by the database's clock. */
  readAt: Date;
};

export type ListFilter = {
  /** Words to find in the name or the address; all of them, in any order. */
  words?: string[];
  state?: ListedState | null | undefined;
  id?: string | undefined;
  candidateId?: number | undefined;
  candidateExternalId?: string | undefined;
  templateId?: string | undefined;
  externalId?: string | undefined;
  /** Of the latest analysis. */
  recommendation?: FinalStatus | undefined;
  /** The latest. */
  decision?: FinalStatus | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
};

export type Wanted = ListFilter & {
  organizationId: string;
  /** From the newest down, from below a position down, or from above one up. */
  from: { older: ListPosition } | { newer: ListPosition } | null;
  limit: number;
  now: Date;
};

/** One stretch of the list, newest first. With `newer` it is the stretch right above the position. */
export async function list(db: Db, wanted: Wanted): Promise<ListedRow[]> {
  const upwards = wanted.from !== null && "newer" in wanted.from;
  const conditions = [
    Prisma.sql`i.organization_id = ${wanted.organizationId}::uuid AND c.erasing_since IS NULL`,
    ...(wanted.words ?? []).map(contains),
    ...(wanted.state ? [inState(wanted.state, wanted.now)] : []),
    ...narrowedBy(wanted),
    ...(wanted.from ? [beyond(wanted.from)] : []),
  ];
  const direction = upwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<ListedRow[]>`
    SELECT i.id, i.external_id AS "externalId", i.created_at AS "createdAt", i.expires_at AS "expiresAt",
      i.opened_at AS "openedAt", i.revoked_at AS "revokedAt", i.token,
      c.id AS "candidateId", coalesce(i.candidate_name, c.name) AS "candidateName", c.email AS "candidateEmail",
      c.external_id AS "candidateExternalId", c.deletion_requested_at AS "deletionRequestedAt",
      t.id AS "templateId", t.name AS "templateName", t.external_id AS "templateExternalId",
      CASE WHEN i.template_version_id IS NOT NULL THEN v.number END AS "templateVersion", v.role_title AS "roleTitle",
      s.public_id AS "sessionId", s.status::text AS "sessionStatus", s.started_at AS "startedAt", s.ended_at AS "endedAt",
      s.last_seen_at AS "lastSeenAt", s.question_count AS "questionCount", s.answer_count AS "answerCount",
      r.status::text AS "recordingStatus", r.processing_status::text AS "processingStatus",
      r.duration_seconds AS "recordingSeconds",
      a.version AS "analysisVersion", a.status::text AS "analysisStatus", a.completed_at AS "analysedAt", a.method,
      a.overall_score AS "overallScore", i.recommendation::text AS "recommendation",
      a.coverage, a.look_reasons AS "lookReasons",
      i.decision::text AS "decision", d.created_at AS "decidedAt",
      d.user_name AS "decidedBy", d.key_name AS "decidedByKey", now() AS "readAt"
    FROM interviews i
    JOIN candidates c ON c.id = i.candidate_id
    JOIN templates t ON t.id = i.template_id
    JOIN template_versions v ON v.id = coalesce(i.template_version_id, t.published_version_id)
    LEFT JOIN sessions s ON s.interview_id = i.id
    LEFT JOIN recordings r ON r.session_id = s.id
    LEFT JOIN LATERAL (
      SELECT version, status, method, overall_score, completed_at, coverage, look_reasons FROM analyses
      WHERE session_id = s.id ORDER BY version DESC LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT decisions.created_at, users.name AS user_name, api_keys.name AS key_name FROM decisions
      JOIN users ON users.id = decisions.user_id LEFT JOIN api_keys ON api_keys.id = decisions.api_key_id
      WHERE session_id = s.id ORDER BY decisions.created_at DESC, decisions.id DESC LIMIT 1
    ) d ON true
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY i.created_at ${direction}, i.id ${direction}
    LIMIT ${wanted.limit}`;
  return upwards ? rows.reverse() : rows;
}

function narrowedBy(filter: ListFilter): Prisma.Sql[] {
  const { id, candidateId, candidateExternalId, templateId, externalId } = filter;
  const { recommendation, decision, createdAfter, createdBefore } = filter;
  return [
    ...(id === undefined ? [] : [Prisma.sql`i.id = ${id}::uuid`]),
    ...(candidateId === undefined ? [] : [Prisma.sql`i.candidate_id = ${candidateId}`]),
    ...(candidateExternalId === undefined ? [] : [Prisma.sql`c.external_id = ${candidateExternalId}`]),
    ...(templateId === undefined ? [] : [Prisma.sql`i.template_id = ${templateId}::uuid`]),
    ...(externalId === undefined ? [] : [Prisma.sql`i.external_id = ${externalId}`]),
    // Whoever asks for one learns of it.
    ...(recommendation === undefined && decision === undefined ? [] : [Prisma.sql`c.deletion_requested_at IS NULL`]),
    ...(recommendation === undefined ? [] : [Prisma.sql`i.recommendation = ${recommendation}::final_status`]),
    ...(decision === undefined ? [] : [Prisma.sql`i.decision = ${decision}::final_status`]),
    ...(createdAfter ? [Prisma.sql`i.created_at > ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`i.created_at < ${createdBefore}`] : []),
  ];
}

/** The same rule as `interviewState`, for the database to apply. */
export function inState(state: ListedState, now: Date): Prisma.Sql {
  const unfinished = Prisma.sql`s.status IS DISTINCT FROM 'completed'`;
  switch (state) {
    case "deletion_requested":
      return Prisma.sql`c.deletion_requested_at IS NOT NULL`;
    case "completed":
      return Prisma.sql`s.status = 'completed'`;
    case "to_review":
      return Prisma.sql`c.deletion_requested_at IS NULL AND i.awaits_decision`;
    case "another_look":
      return Prisma.sql`c.deletion_requested_at IS NULL AND s.status = 'completed' AND i.decision = 'needs_review'`;
    case "revoked":
      return Prisma.sql`${unfinished} AND i.revoked_at IS NOT NULL`;
    case "expired":
      return Prisma.sql`${unfinished} AND i.revoked_at IS NULL AND i.expires_at <= ${now}`;
    case "in_progress":
      return Prisma.sql`${running(now)} AND s.last_seen_at > ${silentSince(now)}`;
    case "interrupted":
      return Prisma.sql`${running(now)} AND s.last_seen_at <= ${silentSince(now)}`;
    case "invited":
      return Prisma.sql`s.id IS NULL AND i.revoked_at IS NULL AND i.expires_at > ${now}`;
  }
}

function running(now: Date): Prisma.Sql {
  return Prisma.sql`s.status = 'active' AND i.revoked_at IS NULL AND i.expires_at > ${now}`;
}

function beyond(from: { older: ListPosition } | { newer: ListPosition }): Prisma.Sql {
  if ("older" in from) return Prisma.sql`(i.created_at, i.id) < (${from.older.createdAt}, ${from.older.id}::uuid)`;
  return Prisma.sql`(i.created_at, i.id) > (${from.newer.createdAt}, ${from.newer.id}::uuid)`;
}
