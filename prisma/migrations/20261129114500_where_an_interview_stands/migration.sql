-- What lists filter by lives in three other tables; without these columns a filter that finds nothing reads a whole organisation.
ALTER TABLE "interviews" ADD COLUMN "awaits_decision" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "decision" "final_status",
ADD COLUMN "recommendation" "final_status";

-- Kept by the database itself, so that processes of the last release, which know nothing of them, keep them as well.
CREATE FUNCTION interview_stands(session uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  interview uuid := (SELECT interview_id FROM sessions WHERE id = session);
BEGIN
  -- Held first: of two changes at once, the second then sees what the first has stored.
  PERFORM 1 FROM interviews WHERE id = interview FOR NO KEY UPDATE;
  UPDATE interviews i
  SET decision = now_is.decision, recommendation = now_is.recommendation,
    awaits_decision = now_is.awaits
  FROM (
    SELECT d.decision,
      -- One that asks for another look is no last word.
      s.status = 'completed' AND coalesce(d.decision, 'needs_review') = 'needs_review' AS awaits,
      (SELECT a.final_status FROM analyses a WHERE a.session_id = s.id ORDER BY a.version DESC LIMIT 1) AS recommendation
    FROM sessions s
    LEFT JOIN LATERAL (
      SELECT decision FROM decisions WHERE session_id = s.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) d ON true
    WHERE s.id = session
  ) now_is
  WHERE i.id = interview
    AND (i.decision, i.recommendation, i.awaits_decision)
      IS DISTINCT FROM (now_is.decision, now_is.recommendation, now_is.awaits);
END $$;

CREATE FUNCTION interview_stands_by_session_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM interview_stands(coalesce(NEW.session_id, OLD.session_id));
  RETURN NULL;
END $$;

CREATE FUNCTION interview_stands_by_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM interview_stands(NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER interview_stands AFTER INSERT OR UPDATE OR DELETE ON "decisions"
FOR EACH ROW EXECUTE FUNCTION interview_stands_by_session_id();

CREATE TRIGGER interview_stands AFTER INSERT OR DELETE OR UPDATE OF "version", "final_status" ON "analyses"
FOR EACH ROW EXECUTE FUNCTION interview_stands_by_session_id();

CREATE TRIGGER interview_stands_made AFTER INSERT ON "sessions"
FOR EACH ROW WHEN (NEW.status = 'completed') EXECUTE FUNCTION interview_stands_by_id();

CREATE TRIGGER interview_stands_moved AFTER UPDATE OF "status" ON "sessions"
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION interview_stands_by_id();
