-- A recording is joined by one worker at a time. Who holds it says until when, by the database's clock, and says so anew while it works;
-- what was published last is told apart from what there is now by `material`.
ALTER TABLE "recordings" ADD COLUMN "finalizing_by" UUID,
ADD COLUMN "finalizing_until" TIMESTAMPTZ(3),
ADD COLUMN "material" TEXT;
