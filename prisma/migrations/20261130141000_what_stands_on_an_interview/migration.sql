-- What is asked of interviews stands on them: where they stand, and what the latest analysis and the latest decision say. Only what no
-- time changes: whether an open one has expired or its candidate is silent is for whoever asks to compare.
CREATE TYPE "interview_stage" AS ENUM ('open', 'completed', 'revoked');

ALTER TABLE "interviews" ADD COLUMN     "stage" "interview_stage" NOT NULL DEFAULT 'open',
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "latest_analysis_id" UUID,
ADD COLUMN     "overall_score" DOUBLE PRECISION,
ADD COLUMN     "analysed_at" TIMESTAMPTZ(3),
ADD COLUMN     "latest_decision_id" UUID,
ADD COLUMN     "decided_at" TIMESTAMPTZ(3),
ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "sessions" ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "decisions" ADD COLUMN     "erased" BOOLEAN NOT NULL DEFAULT false;

-- Kept by the database itself, in the transaction of whatever changes them: no verb, program or release can forget it.
CREATE FUNCTION keep_interview(kept uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- Held first: of two changes at once, the second then sees what the first has stored.
  PERFORM 1 FROM interviews WHERE id = kept FOR NO KEY UPDATE;
  UPDATE interviews i
  SET stage = now_is.stage, started_at = now_is.started_at, ended_at = now_is.ended_at,
    awaits_decision = now_is.awaits_decision,
    latest_analysis_id = now_is.latest_analysis_id, overall_score = now_is.overall_score,
    recommendation = now_is.recommendation, analysed_at = now_is.analysed_at,
    latest_decision_id = now_is.latest_decision_id, decision = now_is.decision, decided_at = now_is.decided_at
  FROM (
    SELECT
      (CASE WHEN s.status = 'completed' THEN 'completed' WHEN o.revoked_at IS NOT NULL THEN 'revoked'
        ELSE 'open' END)::interview_stage AS stage,
      s.started_at, CASE WHEN s.status = 'completed' THEN s.ended_at END AS ended_at,
      -- One that asks for another look is no last word.
      coalesce(s.status = 'completed', false) AND coalesce(d.decision, 'needs_review') = 'needs_review' AS awaits_decision,
      a.id AS latest_analysis_id, a.overall_score, a.final_status AS recommendation, a.completed_at AS analysed_at,
      d.id AS latest_decision_id, d.decision, d.created_at AS decided_at
    FROM interviews o
    LEFT JOIN sessions s ON s.interview_id = o.id
    LEFT JOIN LATERAL (
      SELECT id, overall_score, final_status, completed_at FROM analyses
      WHERE session_id = s.id ORDER BY version DESC LIMIT 1
    ) a ON true
    LEFT JOIN LATERAL (
      SELECT id, decision, created_at FROM decisions WHERE session_id = s.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) d ON true
    WHERE o.id = kept
  ) now_is
  WHERE i.id = kept AND (i.stage, i.started_at, i.ended_at, i.awaits_decision, i.latest_analysis_id, i.overall_score,
      i.recommendation, i.analysed_at, i.latest_decision_id, i.decision, i.decided_at)
    IS DISTINCT FROM (now_is.stage, now_is.started_at, now_is.ended_at, now_is.awaits_decision, now_is.latest_analysis_id,
      now_is.overall_score, now_is.recommendation, now_is.analysed_at, now_is.latest_decision_id, now_is.decision,
      now_is.decided_at);
END $$;

CREATE OR REPLACE FUNCTION interview_stands_by_session_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_interview(interview_id) FROM sessions WHERE id = coalesce(NEW.session_id, OLD.session_id);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION interview_stands_by_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_interview(coalesce(NEW.interview_id, OLD.interview_id));
  RETURN NULL;
END $$;

DROP FUNCTION interview_stands(uuid);

DROP TRIGGER interview_stands ON "analyses";
CREATE TRIGGER interview_stands AFTER INSERT OR DELETE
  OR UPDATE OF "version", "final_status", "overall_score", "completed_at" ON "analyses"
FOR EACH ROW EXECUTE FUNCTION interview_stands_by_session_id();

DROP TRIGGER interview_stands_made ON "sessions";
DROP TRIGGER interview_stands_moved ON "sessions";
CREATE TRIGGER interview_stands AFTER INSERT OR DELETE OR UPDATE OF "status", "started_at", "ended_at" ON "sessions"
FOR EACH ROW EXECUTE FUNCTION interview_stands_by_id();

-- What was completed stays so; what was not is revoked once somebody meant it.
CREATE FUNCTION interview_stage_by_revocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.stage <> 'completed' THEN
    NEW.stage := CASE WHEN NEW.revoked_at IS NULL THEN 'open' ELSE 'revoked' END;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interview_stage_by_revocation BEFORE INSERT OR UPDATE OF "revoked_at" ON "interviews"
FOR EACH ROW EXECUTE FUNCTION interview_stage_by_revocation();

-- What stays of who was erased grows with the years and is in no list: lists find the rest by their indexes, however much there is of it.
CREATE FUNCTION mark_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE interviews SET erased = NEW.erasing_since IS NOT NULL WHERE candidate_id = NEW.id;
  UPDATE sessions SET erased = NEW.erasing_since IS NOT NULL WHERE candidate_id = NEW.id;
  UPDATE decisions SET erased = NEW.erasing_since IS NOT NULL
    WHERE session_id IN (SELECT id FROM sessions WHERE candidate_id = NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER mark_erased AFTER UPDATE OF "erasing_since" ON "candidates"
FOR EACH ROW WHEN (NEW.erasing_since IS DISTINCT FROM OLD.erasing_since) EXECUTE FUNCTION mark_erased();

-- Those of whom nothing may be told: few at any time, where the times alone are kept of everybody who was ever erased.
ALTER TABLE "candidates" ADD COLUMN     "restricted" BOOLEAN NOT NULL DEFAULT false;

CREATE FUNCTION candidate_is_restricted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.restricted := NEW.deletion_requested_at IS NOT NULL AND NEW.erased_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER candidate_is_restricted BEFORE INSERT OR UPDATE OF "deletion_requested_at", "erased_at" ON "candidates"
FOR EACH ROW EXECUTE FUNCTION candidate_is_restricted();

-- Recordings are listed by their status, in the order of their sessions.
ALTER TABLE "recordings" ADD COLUMN     "organization_id" UUID,
ADD COLUMN     "session_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "session_public_id" UUID;

CREATE FUNCTION recording_of_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT organization_id, started_at, public_id
  INTO NEW.organization_id, NEW.session_started_at, NEW.session_public_id
  FROM sessions WHERE id = NEW.session_id;
  RETURN NEW;
END $$;
CREATE TRIGGER recording_of_session BEFORE INSERT ON "recordings"
FOR EACH ROW EXECUTE FUNCTION recording_of_session();
