-- The record of who did what is only added to, whoever asks. Two functions may do more: one removes what has been kept for its
-- time, one blanks the details about somebody who is erased. Each writes into the record that it did. The permit is a row of the
-- same transaction, which only they can write where the application's role owns nothing.

-- CreateTable
CREATE TABLE "audit_permits" (
    "id" BIGSERIAL NOT NULL,
    "transaction_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "before" TIMESTAMPTZ(3),

    CONSTRAINT "audit_permits_pkey" PRIMARY KEY ("id")
);

CREATE FUNCTION "guard_audit_events"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM audit_permits p
               WHERE p.transaction_id = pg_current_xact_id()::text::bigint AND p.kind = 'expired' AND OLD.at < p.before) THEN
      RETURN OLD;
    END IF;
  ELSIF TG_OP = 'UPDATE' THEN
    IF NEW.detail = '{}'::jsonb AND to_jsonb(NEW) - 'detail' = to_jsonb(OLD) - 'detail'
       AND EXISTS (SELECT 1 FROM audit_permits p
                   WHERE p.transaction_id = pg_current_xact_id()::text::bigint AND p.kind = 'blanked') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit_events is only added to: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege',
    HINT = 'remove_expired_audit_events() and blank_audit_details() do what may be done.';
END $$;

CREATE TRIGGER "audit_events_only_added_to" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION "guard_audit_events"();
CREATE TRIGGER "audit_events_never_emptied" BEFORE TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION "guard_audit_events"();
ALTER TABLE "audit_events" ENABLE ALWAYS TRIGGER "audit_events_only_added_to";
ALTER TABLE "audit_events" ENABLE ALWAYS TRIGGER "audit_events_never_emptied";

-- Removes at most so many of the oldest that are older than the days they are kept for, by this server's clock. They are numbered
-- in the order in which they came, so nothing is searched for them. Answers how many: less than asked when there are no more.
CREATE FUNCTION "remove_expired_audit_events"(kept_days integer, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  cutoff timestamptz := now() - make_interval(days => kept_days);
  permit bigint;
  removed integer;
BEGIN
  IF kept_days IS NULL OR kept_days < 1 OR most IS NULL OR most < 1 THEN
    RAISE EXCEPTION 'the record is kept for at least one day' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO audit_permits (transaction_id, kind, before)
    VALUES (pg_current_xact_id()::text::bigint, 'expired', cutoff) RETURNING audit_permits.id INTO permit;
  WITH gone AS (
    DELETE FROM audit_events WHERE id IN (
      SELECT oldest.id FROM (SELECT e.id, e.at FROM audit_events e ORDER BY e.id LIMIT most) oldest WHERE oldest.at < cutoff)
    RETURNING organization_id, action
  ), told AS (
    INSERT INTO audit_events (organization_id, actor_kind, action, subject_kind, subject_id, detail)
      SELECT organization_id, 'system', 'audit.expired', 'organization', organization_id::text,
        jsonb_build_object('entries', count(*), 'kept_days', kept_days)
      FROM gone WHERE action <> 'audit.expired' GROUP BY organization_id
  )
  SELECT count(*) INTO removed FROM gone;
  DELETE FROM audit_permits WHERE audit_permits.id = permit;
  RETURN removed;
END $$;

-- Blanks what the record says beyond who did what to it about one subject of an organisation. Answers how many entries.
CREATE FUNCTION "blank_audit_details"(of_organization uuid, of_kind text, of_subject text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  permit bigint;
  blanked integer;
BEGIN
  INSERT INTO audit_permits (transaction_id, kind)
    VALUES (pg_current_xact_id()::text::bigint, 'blanked') RETURNING audit_permits.id INTO permit;
  UPDATE audit_events SET detail = '{}'
    WHERE organization_id = of_organization AND subject_kind = of_kind AND subject_id = of_subject
      AND detail <> '{}' AND action <> 'audit.blanked';
  GET DIAGNOSTICS blanked = ROW_COUNT;
  DELETE FROM audit_permits WHERE audit_permits.id = permit;
  IF blanked > 0 THEN
    INSERT INTO audit_events (organization_id, actor_kind, action, subject_kind, subject_id, detail)
      VALUES (of_organization, 'system', 'audit.blanked', of_kind, of_subject, jsonb_build_object('entries', blanked));
  END IF;
  RETURN blanked;
END $$;

-- What runs with its owner's rights looks nowhere but in the schema it was made in: a table of the caller's own making, temporary
-- ones included, must not stand in.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['guard_audit_events()', 'remove_expired_audit_events(integer, integer)', 'blank_audit_details(uuid, text, text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
