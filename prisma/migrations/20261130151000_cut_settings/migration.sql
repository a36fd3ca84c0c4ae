-- Where the scores of one scorer are cut for one version of a template, by which ratings, and how often that is wrong. Rows are only added:
-- of one version, scorer and criterion the latest counts.
CREATE TABLE "cut_settings" (
    "id" BIGSERIAL NOT NULL,
    "organization_id" UUID NOT NULL,
    "template_version_id" UUID NOT NULL,
    "scorer" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "pass" DOUBLE PRECISION NOT NULL,
    "fail" DOUBLE PRECISION NOT NULL,
    "pass_figures" JSONB NOT NULL,
    "fail_figures" JSONB NOT NULL,
    "inherited_from" BIGINT,
    "set_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "cut_settings_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "cut_settings_cuts_check" CHECK ("fail" >= 0 AND "fail" <= "pass" AND "pass" <= 100)
);
CREATE INDEX "cut_settings_template_version_id_scorer_criterion_id_idx" ON "cut_settings"("template_version_id", "scorer", "criterion", "id");
ALTER TABLE "cut_settings" ADD CONSTRAINT "cut_settings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cut_settings" ADD CONSTRAINT "cut_settings_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "template_versions"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "cut_settings" ADD CONSTRAINT "cut_settings_inherited_from_fkey" FOREIGN KEY ("inherited_from") REFERENCES "cut_settings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION "keep_cut_setting"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a cut that was set is never changed';
END $$;
CREATE TRIGGER "cut_settings_are_kept" BEFORE UPDATE ON "cut_settings" FOR EACH ROW EXECUTE FUNCTION "keep_cut_setting"();

-- By which cuts an analysis recommends; null: by the template's thresholds, or not at all.
ALTER TABLE "analyses" ADD COLUMN "cut_setting_id" BIGINT;
ALTER TABLE "analyses" ADD CONSTRAINT "analyses_cut_setting_id_fkey" FOREIGN KEY ("cut_setting_id") REFERENCES "cut_settings"("id") ON DELETE SET NULL ON UPDATE CASCADE;
