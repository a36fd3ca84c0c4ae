-- What was decided and recommended before the columns were there. What changes meanwhile is kept by the triggers.
UPDATE interviews i
SET decision = d.decision, recommendation = a.final_status,
  awaits_decision = s.status = 'completed' AND coalesce(d.decision, 'needs_review') = 'needs_review'
FROM sessions s
LEFT JOIN (
  SELECT DISTINCT ON (session_id) session_id, decision FROM decisions ORDER BY session_id, created_at DESC, id DESC
) d ON d.session_id = s.id
LEFT JOIN (
  SELECT DISTINCT ON (session_id) session_id, final_status FROM analyses ORDER BY session_id, version DESC
) a ON a.session_id = s.id
WHERE s.interview_id = i.id AND (s.status = 'completed' OR d.decision IS NOT NULL OR a.final_status IS NOT NULL);

-- CreateIndex
CREATE INDEX "interviews_organization_id_awaits_decision_created_at_id_idx" ON "interviews"("organization_id", "awaits_decision", "created_at", "id");

-- CreateIndex
CREATE INDEX "interviews_organization_id_decision_created_at_id_idx" ON "interviews"("organization_id", "decision", "created_at", "id");

-- CreateIndex
CREATE INDEX "interviews_organization_id_recommendation_created_at_id_idx" ON "interviews"("organization_id", "recommendation", "created_at", "id");
