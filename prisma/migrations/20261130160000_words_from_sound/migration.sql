-- What wrote a transcript down, and how well it could hear; null: of an endpoint, or older.
ALTER TABLE "transcripts"
  ADD COLUMN "model_sha256" TEXT,
  ADD COLUMN "engine" TEXT,
  ADD COLUMN "sound_seconds" DOUBLE PRECISION,
  ADD COLUMN "work_seconds" DOUBLE PRECISION,
  ADD COLUMN "timed" TEXT,
  ADD COLUMN "quality" JSONB,
  ADD COLUMN "signs" JSONB;

-- When a candidate last put right what was heard.
ALTER TABLE "answers" ADD COLUMN "corrected_at" TIMESTAMPTZ(3);

-- Whether candidates may have the browser's own speech recognition write along.
ALTER TABLE "template_versions" ADD COLUMN "browser_recognition" BOOLEAN NOT NULL DEFAULT false;

-- The work of writing a spoken answer down on this machine.
CREATE TABLE "transcription_tasks" (
  "answer_id" UUID NOT NULL,
  "session_id" UUID NOT NULL,
  "state" TEXT NOT NULL DEFAULT 'queued',
  "reason" JSONB,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
  "lease_until" TIMESTAMPTZ(3),
  "ended_at" TIMESTAMPTZ(3),

  CONSTRAINT "transcription_tasks_pkey" PRIMARY KEY ("answer_id"),
  CONSTRAINT "transcription_tasks_state_check" CHECK ("state" IN ('queued', 'running', 'held', 'done', 'failed')),
  CONSTRAINT "transcription_tasks_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "answers"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "transcription_tasks_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "transcription_tasks_session_id_idx" ON "transcription_tasks"("session_id");
CREATE INDEX "transcription_tasks_state_queued_at_idx" ON "transcription_tasks"("state", "queued_at");
