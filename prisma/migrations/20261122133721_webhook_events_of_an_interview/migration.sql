-- CreateIndex
CREATE INDEX "webhook_events_interview_id_id_idx" ON "webhook_events"("interview_id", "id");
