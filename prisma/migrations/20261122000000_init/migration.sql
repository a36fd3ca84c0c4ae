-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'recruiter', 'reviewer');

-- CreateEnum
CREATE TYPE "session_status" AS ENUM ('active', 'completed');

-- CreateEnum
CREATE TYPE "recording_status" AS ENUM ('not_started', 'recording', 'completed', 'failed');

-- CreateEnum
CREATE TYPE "job_status" AS ENUM ('pending', 'processing', 'completed', 'failed');

-- CreateEnum
CREATE TYPE "final_status" AS ENUM ('passed', 'failed', 'needs_review');

-- CreateTable
CREATE TABLE "organizations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "templates" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role_title" TEXT NOT NULL,
    "introduction" TEXT NOT NULL DEFAULT '',
    "category_weights" JSONB NOT NULL DEFAULT '{"technical":1,"communication":1,"problem_solving":1,"cultural_fit":1}',
    "pass_threshold" DOUBLE PRECISION NOT NULL DEFAULT 70,
    "fail_threshold" DOUBLE PRECISION NOT NULL DEFAULT 45,
    "company_values" TEXT[],
    "avatar" TEXT NOT NULL DEFAULT 'default',
    "avatar_settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "template_questions" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL DEFAULT 'medium',
    "keywords" TEXT[],
    "ideal_answer" TEXT NOT NULL DEFAULT '',
    "rubric_notes" TEXT NOT NULL DEFAULT '',
    "prep_seconds" INTEGER,
    "answer_seconds" INTEGER,
    "retakes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "template_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidates" (
    "id" SERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "candidates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interviews" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "candidate_id" INTEGER NOT NULL,
    "template_id" UUID NOT NULL,
    "token" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "consent_version" TEXT,
    "consented_at" TIMESTAMPTZ(3),
    "accommodations" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "candidate_id" INTEGER NOT NULL,
    "status" "session_status" NOT NULL DEFAULT 'active',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "recording_config" JSONB NOT NULL,
    "browser_info" TEXT,
    "network_quality" TEXT,
    "avatar" TEXT NOT NULL DEFAULT 'default',
    "avatar_settings" JSONB NOT NULL DEFAULT '{}',
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "question_count" INTEGER NOT NULL DEFAULT 0,
    "answer_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_events" (
    "id" BIGSERIAL NOT NULL,
    "session_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "segment_index" INTEGER,
    "segment_offset_ms" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "template_question_id" UUID,
    "client_key" TEXT,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL,
    "avatar" TEXT NOT NULL,
    "keywords" TEXT[],
    "ideal_answer" TEXT NOT NULL DEFAULT '',
    "rubric_notes" TEXT NOT NULL DEFAULT '',
    "segment_index" INTEGER,
    "segment_offset_ms" INTEGER,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answers" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "client_key" TEXT,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "duration_seconds" DOUBLE PRECISION,
    "audio_quality" TEXT,
    "answered_by" TEXT,
    "confidence" DOUBLE PRECISION,
    "segment_index" INTEGER,
    "segment_offset_ms" INTEGER,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recordings" (
    "session_id" UUID NOT NULL,
    "status" "recording_status" NOT NULL DEFAULT 'not_started',
    "processing_status" "job_status" NOT NULL DEFAULT 'pending',
    "version" INTEGER NOT NULL DEFAULT 0,
    "file" TEXT,
    "duration_seconds" DOUBLE PRECISION,
    "size_bytes" BIGINT,
    "format" TEXT,
    "mime_type" TEXT,
    "quality" TEXT,
    "sha256" TEXT,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "recordings_pkey" PRIMARY KEY ("session_id")
);

-- CreateTable
CREATE TABLE "segments" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "client_key" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_parts" INTEGER,
    "start_ms" INTEGER,
    "duration_ms" INTEGER,

    CONSTRAINT "segments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parts" (
    "segment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parts_pkey" PRIMARY KEY ("segment_id","seq")
);

-- CreateTable
CREATE TABLE "analyses" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" "job_status" NOT NULL DEFAULT 'pending',
    "method" TEXT,
    "rubric_version" TEXT,
    "technical_score" DOUBLE PRECISION,
    "communication_score" DOUBLE PRECISION,
    "problem_solving_score" DOUBLE PRECISION,
    "cultural_fit_score" DOUBLE PRECISION,
    "overall_score" DOUBLE PRECISION,
    "overall_feedback" TEXT,
    "flags" JSONB NOT NULL DEFAULT '[]',
    "final_status" "final_status",
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "analyses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_analyses" (
    "analysis_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "answer_id" UUID,
    "score" DOUBLE PRECISION,
    "levels" JSONB NOT NULL,
    "feedback" TEXT NOT NULL,
    "strengths" TEXT[],
    "improvements" TEXT[],
    "evidence" JSONB NOT NULL,
    "flags" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "question_analyses_pkey" PRIMARY KEY ("analysis_id","question_id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "decision" "final_status" NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_beats" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_beats_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recordings_file_key" ON "recordings"("file");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "users_organization_id_idx" ON "users"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE INDEX "api_keys_organization_id_created_at_idx" ON "api_keys"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_events_organization_id_at_idx" ON "audit_events"("organization_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "templates_organization_id_name_key" ON "templates"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "template_questions_template_id_position_key" ON "template_questions"("template_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "candidates_organization_id_email_key" ON "candidates"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "interviews_token_key" ON "interviews"("token");

-- CreateIndex
CREATE INDEX "interviews_organization_id_created_at_id_idx" ON "interviews"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "interviews_candidate_id_idx" ON "interviews"("candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_interview_id_key" ON "sessions"("interview_id");

-- CreateIndex
CREATE INDEX "sessions_candidate_id_started_at_idx" ON "sessions"("candidate_id", "started_at");

-- CreateIndex
CREATE INDEX "sessions_organization_id_started_at_idx" ON "sessions"("organization_id", "started_at");

-- CreateIndex
CREATE INDEX "session_events_session_id_id_idx" ON "session_events"("session_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "questions_session_id_position_key" ON "questions"("session_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "questions_session_id_client_key_key" ON "questions"("session_id", "client_key");

-- CreateIndex
CREATE INDEX "answers_question_id_position_idx" ON "answers"("question_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "answers_session_id_position_key" ON "answers"("session_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "answers_session_id_client_key_key" ON "answers"("session_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "segments_session_id_index_key" ON "segments"("session_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "segments_session_id_client_key_key" ON "segments"("session_id", "client_key");

-- CreateIndex
CREATE UNIQUE INDEX "analyses_session_id_version_key" ON "analyses"("session_id", "version");

-- CreateIndex
CREATE INDEX "decisions_session_id_created_at_idx" ON "decisions"("session_id", "created_at");

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "templates" ADD CONSTRAINT "templates_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template_questions" ADD CONSTRAINT "template_questions_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_events" ADD CONSTRAINT "session_events_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_template_question_id_fkey" FOREIGN KEY ("template_question_id") REFERENCES "template_questions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "segments" ADD CONSTRAINT "segments_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "recordings"("session_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parts" ADD CONSTRAINT "parts_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analyses" ADD CONSTRAINT "analyses_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_analyses" ADD CONSTRAINT "question_analyses_analysis_id_fkey" FOREIGN KEY ("analysis_id") REFERENCES "analyses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_analyses" ADD CONSTRAINT "question_analyses_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_analyses" ADD CONSTRAINT "question_analyses_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "answers"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The wide row of the interview recording guide: one row per candidate, with the latest session, under exactly the
-- guide's 28 names. For whoever reads by SQL or exports; nothing in the product writes or reads it.
CREATE VIEW "candidate_interviews" AS
SELECT
  candidates.id AS candidate_id,
  sessions.id::text AS interview_session_id,
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
  analyses.technical_score AS interview_ai_technical_score,
  analyses.communication_score AS interview_ai_communication_score,
  analyses.problem_solving_score AS interview_ai_problem_solving_score,
  analyses.cultural_fit_score AS interview_ai_cultural_fit_score,
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
  SELECT * FROM analyses WHERE analyses.session_id = sessions.id ORDER BY version DESC LIMIT 1
) AS analyses ON true
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
    json_agg(json_build_object('code', code, 'message', message, 'at', at) ORDER BY id)
      FILTER (WHERE kind = 'technical_issue')::text AS issues,
    json_agg(json_build_object('code', code, 'message', message, 'at', at) ORDER BY id)
      FILTER (WHERE kind = 'log')::text AS logs
  FROM session_events WHERE session_events.session_id = sessions.id
) AS happened ON true
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('question_id', question_analyses.question_id, 'score', question_analyses.score,
    'levels', question_analyses.levels, 'feedback', question_analyses.feedback) ORDER BY questions.position)::text AS questions
  FROM question_analyses JOIN questions ON questions.id = question_analyses.question_id
  WHERE question_analyses.analysis_id = analyses.id
) AS scored ON true;
