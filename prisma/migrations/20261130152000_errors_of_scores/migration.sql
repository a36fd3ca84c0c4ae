-- What was scored before keeps its scores without an error.
ALTER TABLE "analyses" ADD COLUMN "overall_standard_error" DOUBLE PRECISION;
ALTER TABLE "analysis_scores" ADD COLUMN "standard_error" DOUBLE PRECISION;
ALTER TABLE "question_analyses" ADD COLUMN "standard_error" DOUBLE PRECISION,
  ADD COLUMN "listen" JSONB NOT NULL DEFAULT '[]';
