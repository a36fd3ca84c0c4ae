import type { FinalStatus, JobStatus, RecordingStatus, SessionStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import { type InterviewFilter, inOrder, isUpwards, picked, type Stretch } from "./interview-filter.ts";

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
  rubricScore: number | null;
  recommendation: FinalStatus | null;
  /** Of the latest analysis (lib/domain/coverage.ts); null where it was not kept. */
  coverage: unknown;
  lookReasons: string[] | null;
  overallStandardError: number | null;
  decision: FinalStatus | null;
  decidedAt: Date | null;
  /** The person, and the key that sent it for them. */
  decidedBy: string | null;
  decidedByKey: string | null;
  /** When this was read, by the database's clock. */
  readAt: Date;
};

/** One stretch of the list, newest first. With `newer` it is the stretch right above the position. */
export async function list(db: Db, wanted: InterviewFilter & Stretch): Promise<ListedRow[]> {
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
      a.version AS "analysisVersion", a.status::text AS "analysisStatus", i.analysed_at AS "analysedAt", a.method,
      i.overall_score AS "overallScore", a.rubric_score AS "rubricScore", i.recommendation::text AS "recommendation",
      a.coverage, a.look_reasons AS "lookReasons", a.overall_standard_error AS "overallStandardError",
      i.decision::text AS "decision", i.decided_at AS "decidedAt", u.name AS "decidedBy", k.name AS "decidedByKey",
      now() AS "readAt"
    FROM ${picked(wanted, wanted)}
    JOIN candidates c ON c.id = i.candidate_id
    JOIN templates t ON t.id = i.template_id
    JOIN template_versions v ON v.id = coalesce(i.template_version_id, t.published_version_id)
    LEFT JOIN sessions s ON s.interview_id = i.id
    LEFT JOIN recordings r ON r.session_id = s.id
    LEFT JOIN analyses a ON a.id = i.latest_analysis_id
    LEFT JOIN decisions d ON d.id = i.latest_decision_id
    LEFT JOIN users u ON u.id = d.user_id
    LEFT JOIN api_keys k ON k.id = d.api_key_id
    ${inOrder(wanted.from)}`;
  return isUpwards(wanted.from) ? rows.reverse() : rows;
}
