-- AlterTable
ALTER TABLE "templates" ADD COLUMN     "gating_categories" TEXT[] DEFAULT ARRAY['technical', 'communication', 'problem_solving', 'cultural_fit']::TEXT[],
ADD COLUMN     "require_person_to_fail" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "answers" ADD COLUMN     "recognized_text" TEXT;

-- AlterTable
ALTER TABLE "analyses" ADD COLUMN     "evidence_coverage" DOUBLE PRECISION,
ADD COLUMN     "host" TEXT,
ADD COLUMN     "input_hash" TEXT,
ADD COLUMN     "model" TEXT,
ADD COLUMN     "prompt_version" TEXT,
ADD COLUMN     "requested_by_id" UUID,
ADD COLUMN     "requested_scorer" TEXT NOT NULL DEFAULT 'configured',
ADD COLUMN     "run_id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "spread" JSONB NOT NULL DEFAULT '{}';

-- Every analysis so far was a run of its own; from now on the application chooses.
ALTER TABLE "analyses" ALTER COLUMN "run_id" DROP DEFAULT;

-- AlterTable
ALTER TABLE "question_analyses" ADD COLUMN     "samples" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "spread" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'assessed',
ADD COLUMN     "text_source" TEXT;

-- Until now a missing score meant a blank or unreadable answer.
UPDATE "question_analyses" SET "status" = 'insufficient' WHERE "score" IS NULL;

-- CreateTable
CREATE TABLE "transcripts" (
    "id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "confidence" DOUBLE PRECISION,
    "spans" JSONB NOT NULL DEFAULT '[]',
    "host" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transcripts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "analysis_calls" (
    "id" UUID NOT NULL,
    "analysis_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "question_id" UUID,
    "sample" INTEGER NOT NULL DEFAULT 0,
    "host" TEXT NOT NULL,
    "requested_model" TEXT NOT NULL,
    "returned_model" TEXT,
    "request_id" TEXT,
    "prompt_version" TEXT NOT NULL,
    "rubric_version" TEXT NOT NULL,
    "scorer_version" TEXT NOT NULL,
    "parameters_sent" JSONB NOT NULL,
    "parameters_dropped" TEXT[],
    "raw_output" TEXT NOT NULL,
    "input_tokens" INTEGER,
    "output_tokens" INTEGER,
    "cost" DOUBLE PRECISION,
    "latency_ms" INTEGER NOT NULL,
    "retries" INTEGER NOT NULL DEFAULT 0,
    "verification" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "analysis_calls_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "transcripts_answer_id_created_at_idx" ON "transcripts"("answer_id", "created_at");

-- CreateIndex
CREATE INDEX "analysis_calls_analysis_id_idx" ON "analysis_calls"("analysis_id");

-- CreateIndex
CREATE UNIQUE INDEX "analysis_calls_run_id_key_key" ON "analysis_calls"("run_id", "key");

-- CreateIndex
CREATE INDEX "analyses_run_id_idx" ON "analyses"("run_id");

-- AddForeignKey
ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "answers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "analysis_calls" ADD CONSTRAINT "analysis_calls_analysis_id_fkey" FOREIGN KEY ("analysis_id") REFERENCES "analyses"("id") ON DELETE CASCADE ON UPDATE CASCADE;
