-- Which exact words were shown and agreed to. Rows are only added: what is kept of a consent is never changed.
CREATE TABLE "consent_texts" (
    "hash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_texts_pkey" PRIMARY KEY ("hash")
);
CREATE TABLE "consent_showings" (
    "interview_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "shown_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_showings_pkey" PRIMARY KEY ("interview_id","hash")
);
CREATE TABLE "consents" (
    "id" BIGSERIAL NOT NULL,
    "interview_id" UUID NOT NULL,
    "hash" TEXT,
    "version" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "consents_interview_id_id_idx" ON "consents"("interview_id", "id");
ALTER TABLE "consent_showings" ADD CONSTRAINT "consent_showings_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consent_showings" ADD CONSTRAINT "consent_showings_hash_fkey" FOREIGN KEY ("hash") REFERENCES "consent_texts"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "consents" ADD CONSTRAINT "consents_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consents" ADD CONSTRAINT "consents_hash_fkey" FOREIGN KEY ("hash") REFERENCES "consent_texts"("hash") ON DELETE SET NULL ON UPDATE CASCADE;

-- On what a sitting rests. Those that began before this was kept go on as they began.
ALTER TABLE "sessions" ADD COLUMN "consent_basis" TEXT NOT NULL DEFAULT 'before';

INSERT INTO consents (interview_id, version, by_id, at)
SELECT id, consent_version, consent_by_id, coalesce(consented_at, created_at) FROM interviews WHERE consent_version IS NOT NULL;

CREATE FUNCTION refuse_change_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was agreed to is never changed';
END
$$;
CREATE TRIGGER consents_are_kept BEFORE UPDATE ON consents FOR EACH ROW EXECUTE FUNCTION refuse_change_of_consent();
CREATE TRIGGER consent_texts_are_kept BEFORE UPDATE ON consent_texts FOR EACH ROW EXECUTE FUNCTION refuse_change_of_consent();
