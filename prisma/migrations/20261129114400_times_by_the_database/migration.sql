-- Times that processes compare come from one clock, the database's, and not from whichever machine adds the row.
ALTER TABLE "organizations" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "users" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "api_keys" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "audit_events" ALTER COLUMN "at" SET DEFAULT clock_timestamp();

ALTER TABLE "templates" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "candidates" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "interviews" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "sessions" ALTER COLUMN "started_at" SET DEFAULT clock_timestamp(),
ALTER COLUMN "last_seen_at" SET DEFAULT clock_timestamp();

ALTER TABLE "session_events" ALTER COLUMN "at" SET DEFAULT clock_timestamp();

ALTER TABLE "questions" ALTER COLUMN "asked_at" SET DEFAULT clock_timestamp();

ALTER TABLE "answers" ALTER COLUMN "answered_at" SET DEFAULT clock_timestamp();

ALTER TABLE "transcripts" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "segments" ALTER COLUMN "started_at" SET DEFAULT clock_timestamp();

ALTER TABLE "parts" ALTER COLUMN "received_at" SET DEFAULT clock_timestamp();

ALTER TABLE "analyses" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "analysis_calls" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "decisions" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "idempotency_keys" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "webhooks" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "webhook_events" ALTER COLUMN "at" SET DEFAULT clock_timestamp();

ALTER TABLE "webhook_deliveries" ALTER COLUMN "next_attempt_at" SET DEFAULT clock_timestamp(),
ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();

ALTER TABLE "webhook_attempts" ALTER COLUMN "at" SET DEFAULT clock_timestamp();

ALTER TABLE "share_links" ALTER COLUMN "created_at" SET DEFAULT clock_timestamp();
