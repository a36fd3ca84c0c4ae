-- CreateIndex
CREATE INDEX "analyses_organization_id_created_at_id_idx" ON "analyses"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "decisions_organization_id_created_at_id_idx" ON "decisions"("organization_id", "created_at", "id");
