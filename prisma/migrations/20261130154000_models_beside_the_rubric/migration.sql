-- A model's score stands beside what the built-in rubric finds in the same words, and beside another model's.
ALTER TABLE "analyses" ADD COLUMN "rubric_score" DOUBLE PRECISION;
ALTER TABLE "question_analyses"
  ADD COLUMN "model_scores" JSONB NOT NULL DEFAULT '[]',
  ADD COLUMN "rubric_score" DOUBLE PRECISION,
  ADD COLUMN "rubric_levels" JSONB NOT NULL DEFAULT '{}';
