-- Erasing what is kept about a candidate.
ALTER TABLE "candidates" ADD COLUMN "erasing_since" TIMESTAMPTZ(3), ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- That somebody was erased, by whom and how much: numbers, not a word of content.
CREATE TABLE "erasures" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "candidate_id" INTEGER NOT NULL,
    "requested_by_kind" TEXT NOT NULL,
    "requested_by_id" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "finished_at" TIMESTAMPTZ(3),
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "erasures_candidate_id_key" ON "erasures"("candidate_id");
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Jobs that work on something of a candidate now. Not a lock of a connection, which a pooler would lend to others.
CREATE TABLE "candidate_work" (
    "holder" UUID NOT NULL,
    "candidate_id" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_work_pkey" PRIMARY KEY ("holder")
);
CREATE INDEX "candidate_work_candidate_id_idx" ON "candidate_work"("candidate_id");
ALTER TABLE "candidate_work" ADD CONSTRAINT "candidate_work_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Blanks what the record says of exports of an organisation's interviews that were searched for by one of these words, or by a piece
-- of one: such a search is somebody's name. Answers how many entries.
CREATE FUNCTION "blank_audit_searches"(of_organization uuid, words text[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  permit bigint;
  blanked integer;
BEGIN
  INSERT INTO audit_permits (transaction_id, kind)
    VALUES (pg_current_xact_id()::text::bigint, 'blanked') RETURNING audit_permits.id INTO permit;
  UPDATE audit_events SET detail = '{}'
    WHERE organization_id = of_organization AND action = 'export.made' AND detail -> 'filter' ? 'search'
      AND EXISTS (
        SELECT 1 FROM unnest(words) AS word, lower(detail -> 'filter' ->> 'search') AS search
        WHERE position(lower(word) IN search) > 0 OR position(search IN lower(word)) > 0);
  GET DIAGNOSTICS blanked = ROW_COUNT;
  DELETE FROM audit_permits WHERE audit_permits.id = permit;
  IF blanked > 0 THEN
    INSERT INTO audit_events (organization_id, actor_kind, action, subject_kind, subject_id, detail)
      VALUES (of_organization, 'system', 'audit.blanked', 'organization', of_organization::text, jsonb_build_object('entries', blanked));
  END IF;
  RETURN blanked;
END $$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION blank_audit_searches(uuid, text[]) SET search_path = %I, pg_temp', current_schema());
END $$;
