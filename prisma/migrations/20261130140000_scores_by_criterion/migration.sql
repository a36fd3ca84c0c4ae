-- What an analysis came to stands by criterion, so that another criterion is rows and no columns.

-- Nobody completes an analysis between the copy and the end of the columns.
LOCK TABLE "analyses" IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE "analysis_scores" (
    "analysis_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "spread" DOUBLE PRECISION,

    CONSTRAINT "analysis_scores_pkey" PRIMARY KEY ("analysis_id","criterion")
);

-- A completed analysis has a row for each, also for what was not assessed. Of the others nothing is known.
INSERT INTO "analysis_scores" ("analysis_id", "criterion", "score", "spread")
SELECT "by_criterion"."id", "criterion", "score", "spread"
FROM (
  SELECT a."id", a."status", k."criterion", k."score",
    CASE WHEN jsonb_typeof(a."spread" -> k."criterion") = 'number'
      THEN (a."spread" ->> k."criterion")::double precision END AS "spread"
  FROM "analyses" a
  CROSS JOIN LATERAL (VALUES
    ('technical', a."technical_score"),
    ('communication', a."communication_score"),
    ('problem_solving', a."problem_solving_score"),
    ('cultural_fit', a."cultural_fit_score")
  ) AS k("criterion", "score")
) AS "by_criterion"
WHERE "status" = 'completed' OR "score" IS NOT NULL OR "spread" IS NOT NULL;

ALTER TABLE "analysis_scores" ADD CONSTRAINT "analysis_scores_analysis_id_fkey" FOREIGN KEY ("analysis_id") REFERENCES "analyses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The documented columns keep their names.
CREATE OR REPLACE VIEW "candidate_interviews" AS
SELECT
  candidates.id AS candidate_id,
  sessions.public_id::text AS interview_session_id,
  recordings.file AS interview_recording_file,
  round(recordings.duration_seconds)::integer AS interview_recording_duration,
  recordings.size_bytes AS interview_recording_size,
  recordings.format AS interview_recording_format,
  recordings.quality AS interview_recording_quality,
  asked.texts AS interview_questions_asked,
  given.texts AS interview_answers_given,
  asked.times AS interview_question_timestamps,
  given.times AS interview_answer_timestamps,
  coalesce(asked.total, 0)::integer AS interview_total_questions,
  coalesce(given.answered, 0)::integer AS interview_answered_questions,
  scored.questions AS interview_ai_questions_analysis,
  analyses.overall_feedback AS interview_ai_overall_feedback,
  scores.technical AS interview_ai_technical_score,
  scores.communication AS interview_ai_communication_score,
  scores.problem_solving AS interview_ai_problem_solving_score,
  scores.cultural_fit AS interview_ai_cultural_fit_score,
  sessions.browser_info AS interview_browser_info,
  sessions.network_quality AS interview_network_quality,
  happened.issues AS interview_technical_issues,
  happened.logs AS interview_session_logs,
  sessions.avatar AS interview_avatar_used,
  sessions.avatar_settings::text AS interview_avatar_settings,
  coalesce(recordings.status::text, 'not_started') AS interview_recording_status,
  coalesce(recordings.processing_status::text, 'pending') AS interview_processing_status,
  coalesce(analyses.status::text, 'pending') AS interview_ai_analysis_status,
  analyses.final_status::text AS interview_final_status
FROM candidates
LEFT JOIN LATERAL (
  SELECT * FROM sessions WHERE sessions.candidate_id = candidates.id ORDER BY started_at DESC, id DESC LIMIT 1
) AS sessions ON true
LEFT JOIN recordings ON recordings.session_id = sessions.id
LEFT JOIN LATERAL (
  SELECT id, status, final_status, overall_feedback FROM analyses
  WHERE analyses.session_id = sessions.id ORDER BY version DESC LIMIT 1
) AS analyses ON true
LEFT JOIN LATERAL (
  SELECT
    max(score) FILTER (WHERE criterion = 'technical') AS technical,
    max(score) FILTER (WHERE criterion = 'communication') AS communication,
    max(score) FILTER (WHERE criterion = 'problem_solving') AS problem_solving,
    max(score) FILTER (WHERE criterion = 'cultural_fit') AS cultural_fit
  FROM analysis_scores WHERE analysis_scores.analysis_id = analyses.id
) AS scores ON true
LEFT JOIN LATERAL (
  SELECT
    count(*) AS total,
    json_agg(questions.text ORDER BY position)::text AS texts,
    json_agg(questions.asked_at ORDER BY position)::text AS times
  FROM questions WHERE questions.session_id = sessions.id
) AS asked ON true
LEFT JOIN LATERAL (
  SELECT
    count(DISTINCT answers.question_id) FILTER (WHERE btrim(answers.text) <> '') AS answered,
    json_agg(answers.text ORDER BY position)::text AS texts,
    json_agg(answers.answered_at ORDER BY position)::text AS times
  FROM answers WHERE answers.session_id = sessions.id
) AS given ON true
LEFT JOIN LATERAL (
  SELECT
    json_agg(json_build_object('code', code, 'message', session_event_words(code, say, data, message), 'at', at) ORDER BY id)
      FILTER (WHERE kind = 'technical_issue')::text AS issues,
    json_agg(json_build_object('code', code, 'message', session_event_words(code, say, data, message), 'at', at) ORDER BY id)
      FILTER (WHERE kind = 'log')::text AS logs
  FROM session_events WHERE session_events.session_id = sessions.id
) AS happened ON true
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('question_id', question_analyses.question_id, 'score', question_analyses.score,
    'levels', question_analyses.levels, 'feedback', question_analyses.feedback) ORDER BY questions.position)::text AS questions
  FROM question_analyses JOIN questions ON questions.id = question_analyses.question_id
  WHERE question_analyses.analysis_id = analyses.id
) AS scored ON true
WHERE candidates.deletion_requested_at IS NULL;

ALTER TABLE "analyses" DROP COLUMN "technical_score",
DROP COLUMN "communication_score",
DROP COLUMN "problem_solving_score",
DROP COLUMN "cultural_fit_score",
DROP COLUMN "spread";
