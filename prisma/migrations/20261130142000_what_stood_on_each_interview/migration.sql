-- Of what was there before the columns were. Changes meanwhile wait for this, and are then kept by the triggers.
LOCK TABLE "interviews" IN SHARE ROW EXCLUSIVE MODE;

UPDATE interviews i
SET stage = (CASE WHEN s.status = 'completed' THEN 'completed' WHEN o.revoked_at IS NOT NULL THEN 'revoked'
    ELSE 'open' END)::interview_stage,
  started_at = s.started_at, ended_at = CASE WHEN s.status = 'completed' THEN s.ended_at END,
  latest_analysis_id = a.id, overall_score = a.overall_score, analysed_at = a.completed_at,
  latest_decision_id = d.id, decided_at = d.created_at, erased = c.erasing_since IS NOT NULL
FROM interviews o
JOIN candidates c ON c.id = o.candidate_id
LEFT JOIN sessions s ON s.interview_id = o.id
LEFT JOIN (
  SELECT DISTINCT ON (session_id) session_id, id, overall_score, completed_at
  FROM analyses ORDER BY session_id, version DESC
) a ON a.session_id = s.id
LEFT JOIN (
  SELECT DISTINCT ON (session_id) session_id, id, created_at
  FROM decisions ORDER BY session_id, created_at DESC, id DESC
) d ON d.session_id = s.id
WHERE o.id = i.id AND (s.id IS NOT NULL OR o.revoked_at IS NOT NULL OR c.erasing_since IS NOT NULL);
