-- What a template version's scores were tried for in a night, and what came of it.
CREATE TABLE "scoring_audits" (
    "organization_id" UUID NOT NULL,
    "template_version_id" UUID NOT NULL,
    "rubric_version" TEXT NOT NULL,
    "night" DATE NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "at_most" DOUBLE PRECISION NOT NULL,
    "n" INTEGER NOT NULL,
    "holds" BOOLEAN,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "scoring_audits_pkey" PRIMARY KEY ("template_version_id", "rubric_version", "night", "measure")
);
ALTER TABLE "scoring_audits" ADD CONSTRAINT "scoring_audits_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "template_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
