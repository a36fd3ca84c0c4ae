-- When each reading by each reader was last written down, so that it is once an hour.
CREATE TABLE "audit_marks" (
    "organization_id" UUID NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_marks_pkey" PRIMARY KEY ("organization_id","actor_kind","actor_id","action","subject_id")
);
CREATE INDEX "audit_marks_noted_at_idx" ON "audit_marks"("noted_at");
