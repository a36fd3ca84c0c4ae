-- When a recruiter let parts of the recording come that are later than the time for them.
ALTER TABLE "sessions" ADD COLUMN     "late_parts_accepted_at" TIMESTAMPTZ(3);
