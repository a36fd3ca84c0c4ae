import type { CriterionScores } from "../domain/criteria.ts";
import type { ListPosition } from "../domain/list-position.ts";
import type { FinalStatus, SessionStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { type InterviewFilter, inOrder, matching, picked, restricted, unrestricted } from "./interview-filter.ts";

/** The documented columns of a candidate's interview, under their documented names, but for the scores. JSON stands in them as text. */
export type DocumentedColumns = {
  interview_session_id: string | null;
  interview_recording_file: string | null;
  interview_recording_duration: number | null;
  interview_recording_size: bigint | null;
  interview_recording_format: string | null;
  interview_recording_quality: string | null;
  interview_questions_asked: string | null;
  interview_answers_given: string | null;
  interview_question_timestamps: string | null;
  interview_answer_timestamps: string | null;
  interview_total_questions: number;
  interview_answered_questions: number;
  interview_ai_questions_analysis: string | null;
  interview_ai_overall_feedback: string | null;
  interview_browser_info: string | null;
  interview_network_quality: string | null;
  interview_technical_issues: string | null;
  interview_session_logs: string | null;
  interview_avatar_used: string | null;
  interview_avatar_settings: string | null;
  interview_recording_status: string;
  interview_processing_status: string;
  interview_ai_analysis_status: string;
  interview_final_status: FinalStatus | null;
};

export type ExportRow = DocumentedColumns & {
  id: string;
  createdAt: Date;
  externalId: string | null;
  expiresAt: Date;
  revokedAt: Date | null;
  sessionStatus: SessionStatus | null;
  startedAt: Date | null;
  endedAt: Date | null;
  lastSeenAt: Date | null;
  candidateId: number;
  candidateExternalId: string | null;
  candidateName: string;
  candidateEmail: string;
  templateId: string;
  templateName: string;
  roleTitle: string;
  analysisVersion: number | null;
  method: string | null;
  model: string | null;
  /** What was scored; null: there is no analysis with scores. */
  scores: Partial<CriterionScores> | null;
  overallScore: number | null;
  coverage: unknown;
  lookReasons: string[] | null;
  overallStandardError: number | null;
  decision: FinalStatus | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** The key that sent the decision for that person. */
  decidedByKey: string | null;
  decidedOnRecording: number | null;
  decidedOnAnalysis: number | null;
};

/** The next rows of an export, newest invitation first, from below a position. */
export type ExportStretch = { organizationId: string; from: ListPosition | null; limit: number; now: Date };

/** Those who ask for their data to be deleted are in no export. */
function exported(filter: InterviewFilter, stretch: ExportStretch): Prisma.Sql {
  const from = stretch.from && { older: stretch.from };
  return picked(filter, { ...stretch, from }, [unrestricted(stretch)]);
}

/** One stretch of an organisation's interviews with all there is to say in a row, newest invitation first. */
export function listRows(db: Db, filter: InterviewFilter, stretch: ExportStretch): Promise<ExportRow[]> {
  return db.$queryRaw<ExportRow[]>`
    SELECT i.id, i.created_at AS "createdAt", i.external_id AS "externalId", i.expires_at AS "expiresAt",
      i.revoked_at AS "revokedAt", s.status::text AS "sessionStatus", s.started_at AS "startedAt", s.ended_at AS "endedAt",
      s.last_seen_at AS "lastSeenAt", c.id AS "candidateId", c.external_id AS "candidateExternalId",
      coalesce(i.candidate_name, c.name) AS "candidateName", c.email AS "candidateEmail", t.id AS "templateId", t.name AS "templateName",
      v.role_title AS "roleTitle", a.version AS "analysisVersion", a.method, a.model, i.overall_score AS "overallScore",
      (SELECT json_object_agg(criterion, score) FROM analysis_scores WHERE analysis_id = a.id) AS scores,
      a.coverage, a.look_reasons AS "lookReasons", a.overall_standard_error AS "overallStandardError",
      i.decision::text AS "decision", d.reason AS "decisionReason", u.name AS "decidedBy", i.decided_at AS "decidedAt",
      k.name AS "decidedByKey", d.recording_version AS "decidedOnRecording", d.analysis_version AS "decidedOnAnalysis",
      ${DOCUMENTED}
    FROM ${exported(filter, stretch)}
    JOIN candidates c ON c.id = i.candidate_id
    JOIN templates t ON t.id = i.template_id
    JOIN template_versions v ON v.id = coalesce(i.template_version_id, t.published_version_id)
    LEFT JOIN sessions s ON s.interview_id = i.id
    LEFT JOIN recordings r ON r.session_id = s.id
    LEFT JOIN analyses a ON a.id = i.latest_analysis_id
    LEFT JOIN decisions d ON d.id = i.latest_decision_id
    LEFT JOIN users u ON u.id = d.user_id
    LEFT JOIN api_keys k ON k.id = d.api_key_id
    ${GATHERED}
    ${inOrder(null)}`;
}

/** How many of the next rows hold at most so much text together, counted as their sessions do; one at least. */
export async function countFitting(
  db: Db,
  filter: InterviewFilter,
  stretch: ExportStretch,
  bytes: number,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM (
      SELECT sum(bytes) OVER in_order AS total, row_number() OVER in_order AS number
      FROM (
        SELECT i.created_at, i.id, coalesce(s.text_bytes, 0) AS bytes
        FROM ${exported(filter, stretch)}
        LEFT JOIN sessions s ON s.interview_id = i.id
      ) next
      WINDOW in_order AS (ORDER BY created_at DESC, id DESC)
    ) fitting WHERE total <= ${bytes} OR number = 1`;
  return row?.count ?? 0;
}

/** How many interviews are left out of it, because their candidates ask for their data to be deleted. */
export async function countLeftOut(
  db: Db,
  filter: InterviewFilter,
  organizationId: string,
  now: Date,
): Promise<number> {
  const owner = { organizationId, now };
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM interviews i
    WHERE ${Prisma.join([...matching(filter, owner), restricted(owner)], " AND ")}`;
  return row?.count ?? 0;
}

/** As the view `candidate_interviews` has them, of this interview's session instead of the candidate's latest. */
const DOCUMENTED = Prisma.sql`
  s.public_id::text AS interview_session_id, r.file AS interview_recording_file,
  round(r.duration_seconds)::integer AS interview_recording_duration, r.size_bytes AS interview_recording_size,
  r.format AS interview_recording_format, r.quality AS interview_recording_quality,
  asked.texts AS interview_questions_asked, given.texts AS interview_answers_given,
  asked.times AS interview_question_timestamps, given.times AS interview_answer_timestamps,
  coalesce(asked.total, 0)::integer AS interview_total_questions,
  coalesce(given.answered, 0)::integer AS interview_answered_questions,
  scored.questions AS interview_ai_questions_analysis, a.overall_feedback AS interview_ai_overall_feedback,
  s.browser_info AS interview_browser_info, s.network_quality AS interview_network_quality,
  happened.issues AS interview_technical_issues, happened.logs AS interview_session_logs,
  s.avatar AS interview_avatar_used, s.avatar_settings::text AS interview_avatar_settings,
  coalesce(r.status::text, 'not_started') AS interview_recording_status,
  coalesce(r.processing_status::text, 'pending') AS interview_processing_status,
  coalesce(a.status::text, 'pending') AS interview_ai_analysis_status, i.recommendation::text AS interview_final_status`;

const GATHERED = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT count(*) AS total, json_agg(text ORDER BY position)::text AS texts,
      json_agg(asked_at ORDER BY position)::text AS times
    FROM questions WHERE session_id = s.id
  ) asked ON true
  LEFT JOIN LATERAL (
    SELECT count(DISTINCT question_id) FILTER (WHERE btrim(text) <> '') AS answered,
      json_agg(text ORDER BY position)::text AS texts, json_agg(answered_at ORDER BY position)::text AS times
    FROM answers WHERE session_id = s.id
  ) given ON true
  LEFT JOIN LATERAL (
    SELECT
      json_agg(json_build_object('code', code, 'message', session_event_words(code, say, data, message), 'at', at) ORDER BY id)
        FILTER (WHERE kind = 'technical_issue')::text AS issues,
      json_agg(json_build_object('code', code, 'message', session_event_words(code, say, data, message), 'at', at) ORDER BY id)
        FILTER (WHERE kind = 'log')::text AS logs
    FROM session_events WHERE session_id = s.id
  ) happened ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('question_id', qa.question_id, 'score', qa.score, 'levels', qa.levels,
      'feedback', qa.feedback) ORDER BY q.position)::text AS questions
    FROM question_analyses qa JOIN questions q ON q.id = qa.question_id WHERE qa.analysis_id = a.id
  ) scored ON true`;
