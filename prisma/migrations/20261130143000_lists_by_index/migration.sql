-- Whatever a list is narrowed to, an index finds it in the list's order.
CREATE INDEX "candidates_organization_id_restricted_idx" ON "candidates"("organization_id", "restricted");
DROP INDEX "candidates_organization_id_deletion_requested_at_idx";

CREATE INDEX "interviews_organization_id_erased_created_at_id_idx" ON "interviews"("organization_id", "erased", "created_at", "id");
CREATE INDEX "interviews_template_id_erased_created_at_id_idx" ON "interviews"("template_id", "erased", "created_at", "id");
CREATE INDEX "interviews_organization_id_erased_stage_created_at_id_idx" ON "interviews"("organization_id", "erased", "stage", "created_at", "id");
CREATE INDEX "interviews_organization_id_erased_stage_expires_at_idx" ON "interviews"("organization_id", "erased", "stage", "expires_at");
CREATE INDEX "interviews_organization_id_erased_awaits_decision_created_a_idx" ON "interviews"("organization_id", "erased", "awaits_decision", "created_at", "id");
CREATE INDEX "interviews_organization_id_erased_decision_created_at_id_idx" ON "interviews"("organization_id", "erased", "decision", "created_at", "id");
CREATE INDEX "interviews_organization_id_erased_recommendation_created_at_idx" ON "interviews"("organization_id", "erased", "recommendation", "created_at", "id");
DROP INDEX "interviews_organization_id_created_at_id_idx";
DROP INDEX "interviews_organization_id_awaits_decision_created_at_id_idx";
DROP INDEX "interviews_organization_id_decision_created_at_id_idx";
DROP INDEX "interviews_organization_id_recommendation_created_at_id_idx";

CREATE INDEX "sessions_organization_id_erased_started_at_public_id_idx" ON "sessions"("organization_id", "erased", "started_at", "public_id");
CREATE INDEX "sessions_organization_id_erased_status_started_at_public_id_idx" ON "sessions"("organization_id", "erased", "status", "started_at", "public_id");
DROP INDEX "sessions_organization_id_started_at_idx";

CREATE INDEX "recordings_organization_id_status_session_started_at_sessio_idx" ON "recordings"("organization_id", "status", "session_started_at", "session_public_id");

CREATE INDEX "analyses_organization_id_status_created_at_id_idx" ON "analyses"("organization_id", "status", "created_at", "id");
CREATE INDEX "analyses_organization_id_final_status_created_at_id_idx" ON "analyses"("organization_id", "final_status", "created_at", "id");

CREATE INDEX "decisions_organization_id_erased_created_at_id_idx" ON "decisions"("organization_id", "erased", "created_at", "id");
CREATE INDEX "decisions_organization_id_erased_decision_created_at_id_idx" ON "decisions"("organization_id", "erased", "decision", "created_at", "id");
DROP INDEX "decisions_organization_id_created_at_id_idx";

CREATE INDEX "audit_events_organization_id_at_id_idx" ON "audit_events"("organization_id", "at", "id");
CREATE INDEX "audit_events_organization_id_action_at_id_idx" ON "audit_events"("organization_id", "action", "at", "id");
CREATE INDEX "audit_events_organization_id_subject_id_at_id_idx" ON "audit_events"("organization_id", "subject_id", "at", "id");
DROP INDEX "audit_events_organization_id_at_idx";

CREATE INDEX "webhook_deliveries_webhook_id_status_created_at_id_idx" ON "webhook_deliveries"("webhook_id", "status", "created_at", "id");

CREATE INDEX "share_links_organization_id_created_at_id_idx" ON "share_links"("organization_id", "created_at", "id");
CREATE INDEX "share_links_interview_id_created_at_id_idx" ON "share_links"("interview_id", "created_at", "id");
DROP INDEX "share_links_organization_id_created_at_idx";
