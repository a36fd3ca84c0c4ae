-- Who sent a decision, where it was no person, and what it was made on.
ALTER TABLE "decisions" ADD COLUMN     "analysis_version" INTEGER,
ADD COLUMN     "api_key_id" UUID,
ADD COLUMN     "recording_version" INTEGER;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The record of who did what knows which key sent those that are there.
UPDATE "decisions" SET "api_key_id" = "api_keys"."id"
FROM "audit_events" JOIN "api_keys" ON "api_keys"."id"::text = "audit_events"."actor_id"
WHERE "audit_events"."action" = 'decision.made' AND "audit_events"."actor_kind" = 'api_key'
  AND "decisions"."id"::text = "audit_events"."detail" ->> 'decision_id';
