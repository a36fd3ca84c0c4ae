-- What became of each request for deletion. candidates.deletion_requested_at stays: it says that one stands.
CREATE TABLE "deletion_requests" (
    "id" UUID NOT NULL,
    "candidate_id" INTEGER NOT NULL,
    "interview_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "ended_by_id" UUID,
    "reason" TEXT,

    CONSTRAINT "deletion_requests_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "deletion_requests_candidate_id_requested_at_idx" ON "deletion_requests"("candidate_id", "requested_at");
CREATE INDEX "candidates_organization_id_deletion_requested_at_idx" ON "candidates"("organization_id", "deletion_requested_at");
ALTER TABLE "deletion_requests" ADD CONSTRAINT "deletion_requests_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO deletion_requests (id, candidate_id, requested_at)
SELECT gen_random_uuid(), id, deletion_requested_at FROM candidates WHERE deletion_requested_at IS NOT NULL;
