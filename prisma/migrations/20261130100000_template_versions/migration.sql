-- What a template asks and how it judges becomes a version of it, which is never changed once it is published; a question gets an
-- identity of its own, beside the words that a version has for it; and an interview keeps the version that it was taken with.
CREATE TABLE "template_versions" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "role_title" TEXT NOT NULL,
    "introduction" TEXT NOT NULL DEFAULT '',
    "category_weights" JSONB NOT NULL DEFAULT '{"technical":1,"communication":1,"problem_solving":1,"cultural_fit":1}',
    "pass_threshold" DOUBLE PRECISION NOT NULL DEFAULT 70,
    "fail_threshold" DOUBLE PRECISION NOT NULL DEFAULT 45,
    "company_values" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "gating_categories" TEXT[] DEFAULT ARRAY['technical', 'communication', 'problem_solving', 'cultural_fit']::TEXT[],
    "require_person_to_fail" BOOLEAN NOT NULL DEFAULT false,
    "avatar" TEXT NOT NULL DEFAULT 'default',
    "avatar_settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "template_versions_pkey" PRIMARY KEY ("id"),
    -- 0 is the draft: with the unique number there is one at most, and what is published has a number of its own
    CONSTRAINT "template_versions_number_check" CHECK ("number" > 0 OR ("number" = 0 AND "published_at" IS NULL))
);
CREATE TABLE "bank_questions" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "bank_questions_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "version_questions" (
    "version_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "difficulty" TEXT NOT NULL DEFAULT 'medium',
    "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ideal_answer" TEXT NOT NULL DEFAULT '',
    "rubric_notes" TEXT NOT NULL DEFAULT '',
    "prep_seconds" INTEGER,
    "answer_seconds" INTEGER,
    "retakes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "version_questions_pkey" PRIMARY KEY ("version_id","question_id"),
    CONSTRAINT "version_questions_position_check" CHECK ("position" > 0)
);
ALTER TABLE "templates" ADD COLUMN "published_version_id" UUID;
ALTER TABLE "interviews" ADD COLUMN "template_version_id" UUID;

-- Questions keep their ids: `template_question_id` names the same one as before. When one was taken out is known as well as the record
-- knows when its template was changed last.
CREATE TEMPORARY TABLE "last_changes" AS
SELECT t."id" AS "template_id", greatest(t."created_at", max(a."at")) AS "at"
FROM "templates" t LEFT JOIN "audit_events" a
  ON a."organization_id" = t."organization_id" AND a."subject_kind" = 'template' AND a."subject_id" = t."id"::text AND a."action" = 'template.changed'
GROUP BY t."id";

INSERT INTO "bank_questions" ("id", "organization_id", "created_at", "retired_at")
SELECT q."id", t."organization_id", t."created_at", CASE WHEN q."position" <= 0 THEN c."at" END
FROM "template_questions" q JOIN "templates" t ON t."id" = q."template_id" JOIN "last_changes" c ON c."template_id" = t."id";

-- What each sitting is measured by: the questions of its template when it began, or, where nobody kept that, those of today. One that
-- came into the template meanwhile and was asked stands in for one that was not, first for one that was taken out.
CREATE TEMPORARY TABLE "current_lists" AS
SELECT t."id" AS "template_id",
  ARRAY(SELECT q."id" FROM "template_questions" q WHERE q."template_id" = t."id" AND q."position" > 0 ORDER BY q."position") AS "ids"
FROM "templates" t;

CREATE TEMPORARY TABLE "sitting_lists" AS
WITH "plans" AS (
  SELECT s."id" AS "session_id", s."interview_id", i."template_id", s."started_at",
    CASE WHEN coalesce(cardinality(s."planned_question_ids"), 0) = 0 THEN l."ids" ELSE ARRAY(
      SELECT p."id" FROM unnest(s."planned_question_ids") WITH ORDINALITY AS p ("id", "place")
      JOIN "template_questions" q ON q."id" = p."id" AND q."template_id" = i."template_id" ORDER BY p."place"
    ) END AS "ids",
    ARRAY(
      SELECT q."template_question_id" FROM "questions" q
      WHERE q."session_id" = s."id" AND q."source" = 'template' AND q."template_question_id" IS NOT NULL
      GROUP BY q."template_question_id" ORDER BY min(q."position")
    ) AS "asked"
  FROM "sessions" s JOIN "interviews" i ON i."id" = s."interview_id" JOIN "current_lists" l ON l."template_id" = i."template_id"
), "measured" AS (
  SELECT p.*, ARRAY(SELECT "id" FROM unnest(p."asked") WITH ORDINALITY AS a ("id", "place") WHERE "id" <> ALL (p."ids") ORDER BY "place") AS "added"
  FROM "plans" p
)
SELECT m."session_id", m."interview_id", m."template_id", m."started_at", ARRAY(
  SELECT p."id" FROM unnest(m."ids") WITH ORDINALITY AS p ("id", "place") WHERE p."id" NOT IN (
    SELECT q."id" FROM "template_questions" q
    WHERE cardinality(m."added") > 0 AND q."id" = ANY (m."ids") AND q."id" <> ALL (m."asked")
    ORDER BY q."position" > 0, q."id" LIMIT cardinality(m."added")
  ) ORDER BY p."place"
) || m."added" AS "ids"
FROM "measured" m;

-- Lists of earlier days become versions, too, with the template's settings of today: others were not kept. So do questions that were
-- taken out before anybody was asked them, so that their words are not lost.
CREATE TEMPORARY TABLE "lists" AS
SELECT gen_random_uuid() AS "version_id", "template_id", "ids", "since",
  row_number() OVER (PARTITION BY "template_id" ORDER BY "is_current", "since", "ids")::int AS "number", "is_current"
FROM (
  SELECT l."template_id", l."ids", c."at" AS "since", true AS "is_current"
  FROM "current_lists" l JOIN "last_changes" c ON c."template_id" = l."template_id"
  UNION ALL
  SELECT s."template_id", s."ids", min(s."started_at"), false
  FROM "sitting_lists" s JOIN "current_lists" l ON l."template_id" = s."template_id" AND l."ids" <> s."ids"
  GROUP BY s."template_id", s."ids"
  UNION ALL
  SELECT t."id", array_agg(q."id" ORDER BY q."position" DESC), t."created_at", false
  FROM "templates" t JOIN "template_questions" q ON q."template_id" = t."id" AND q."position" <= 0
  WHERE NOT EXISTS (SELECT FROM "sitting_lists" s WHERE s."template_id" = t."id" AND q."id" = ANY (s."ids"))
  GROUP BY t."id"
) "all_lists";

INSERT INTO "template_versions" ("id", "template_id", "number", "role_title", "introduction", "category_weights", "pass_threshold",
  "fail_threshold", "company_values", "gating_categories", "require_person_to_fail", "avatar", "avatar_settings", "created_at", "published_at")
SELECT l."version_id", t."id", l."number", t."role_title", t."introduction", t."category_weights", t."pass_threshold",
  t."fail_threshold", coalesce(t."company_values", '{}'), t."gating_categories", t."require_person_to_fail", t."avatar", t."avatar_settings", l."since", l."since"
FROM "lists" l JOIN "templates" t ON t."id" = l."template_id";

INSERT INTO "version_questions" ("version_id", "question_id", "position", "text", "type", "difficulty", "keywords", "ideal_answer",
  "rubric_notes", "prep_seconds", "answer_seconds", "retakes")
SELECT l."version_id", q."id", i."place", q."text", q."type", q."difficulty", coalesce(q."keywords", '{}'), q."ideal_answer",
  q."rubric_notes", q."prep_seconds", q."answer_seconds", q."retakes"
FROM "lists" l CROSS JOIN LATERAL unnest(l."ids") WITH ORDINALITY AS i ("id", "place") JOIN "template_questions" q ON q."id" = i."id";

UPDATE "templates" t SET "published_version_id" = l."version_id" FROM "lists" l WHERE l."template_id" = t."id" AND l."is_current";

UPDATE "interviews" i SET "template_version_id" = l."version_id"
FROM "sitting_lists" s JOIN "lists" l ON l."template_id" = s."template_id" AND l."ids" = s."ids"
WHERE s."interview_id" = i."id";

DROP TABLE "last_changes", "current_lists", "sitting_lists", "lists";

ALTER TABLE "questions" DROP CONSTRAINT "questions_template_question_id_fkey";
DROP TABLE "template_questions";

-- The view held every column of a session, those that it does not show included.
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
  SELECT id, public_id, browser_info, network_quality, avatar, avatar_settings FROM sessions
  WHERE sessions.candidate_id = candidates.id ORDER BY started_at DESC, id DESC LIMIT 1
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
) AS scored ON true
WHERE candidates.deletion_requested_at IS NULL;
ALTER TABLE "sessions" DROP COLUMN "planned_question_ids";
ALTER TABLE "templates" DROP COLUMN "avatar",
DROP COLUMN "avatar_settings",
DROP COLUMN "category_weights",
DROP COLUMN "company_values",
DROP COLUMN "fail_threshold",
DROP COLUMN "gating_categories",
DROP COLUMN "introduction",
DROP COLUMN "pass_threshold",
DROP COLUMN "require_person_to_fail",
DROP COLUMN "role_title";

CREATE UNIQUE INDEX "template_versions_template_id_number_key" ON "template_versions"("template_id", "number");
CREATE UNIQUE INDEX "template_versions_id_template_id_key" ON "template_versions"("id", "template_id");
CREATE INDEX "bank_questions_organization_id_created_at_id_idx" ON "bank_questions"("organization_id", "created_at", "id");
CREATE INDEX "version_questions_question_id_idx" ON "version_questions"("question_id");
CREATE UNIQUE INDEX "version_questions_version_id_position_key" ON "version_questions"("version_id", "position");
CREATE INDEX "interviews_template_version_id_idx" ON "interviews"("template_version_id");

ALTER TABLE "templates" ADD CONSTRAINT "templates_published_version_id_id_fkey" FOREIGN KEY ("published_version_id", "id") REFERENCES "template_versions"("id", "template_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "templates"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "bank_questions" ADD CONSTRAINT "bank_questions_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "version_questions" ADD CONSTRAINT "version_questions_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "template_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "version_questions" ADD CONSTRAINT "version_questions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "bank_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_template_version_id_template_id_fkey" FOREIGN KEY ("template_version_id", "template_id") REFERENCES "template_versions"("id", "template_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "questions" ADD CONSTRAINT "questions_template_question_id_fkey" FOREIGN KEY ("template_question_id") REFERENCES "bank_questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is published stays as it is, whoever asks. It goes only with its whole template, which nothing but interviews can hold.
CREATE FUNCTION "keep_published_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "templates" WHERE "id" = OLD."template_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'a published version of a template is never changed';
END $$;
CREATE TRIGGER "template_versions_are_kept" BEFORE UPDATE OR DELETE ON "template_versions"
  FOR EACH ROW WHEN (OLD."published_at" IS NOT NULL) EXECUTE FUNCTION "keep_published_version"();

-- Neither may one come, go or change; when its version has gone, it goes along.
CREATE FUNCTION "keep_published_question"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "template_versions" v WHERE v."published_at" IS NOT NULL
      AND ((TG_OP <> 'INSERT' AND v."id" = OLD."version_id") OR (TG_OP <> 'DELETE' AND v."id" = NEW."version_id"))
  ) THEN
    RAISE EXCEPTION 'the questions of a published version are never changed';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER "version_questions_are_kept" BEFORE INSERT OR UPDATE OR DELETE ON "version_questions"
  FOR EACH ROW EXECUTE FUNCTION "keep_published_question"();

CREATE FUNCTION "keep_interviews_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an interview keeps the version that it was taken with';
END $$;
CREATE TRIGGER "interviews_keep_their_version" BEFORE UPDATE OF "template_version_id" ON "interviews"
  FOR EACH ROW WHEN (OLD."template_version_id" IS NOT NULL AND NEW."template_version_id" IS DISTINCT FROM OLD."template_version_id")
  EXECUTE FUNCTION "keep_interviews_version"();
