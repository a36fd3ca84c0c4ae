-- Who agreed to be recorded in the candidate's place: a member who tried the link, or a program. Null: the candidate.
ALTER TABLE "interviews" ADD COLUMN     "consent_by_id" UUID;
