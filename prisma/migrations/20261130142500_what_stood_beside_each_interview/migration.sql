-- The same of what lists find beside interviews. Apart, so that nobody who writes waits for all of it at once.
UPDATE sessions SET erased = true FROM candidates c WHERE c.id = candidate_id AND c.erasing_since IS NOT NULL;
UPDATE decisions SET erased = true FROM sessions s WHERE s.id = session_id AND s.erased;

UPDATE candidates SET restricted = true WHERE deletion_requested_at IS NOT NULL AND erased_at IS NULL;

UPDATE recordings r
SET organization_id = s.organization_id, session_started_at = s.started_at, session_public_id = s.public_id
FROM sessions s WHERE s.id = r.session_id;
