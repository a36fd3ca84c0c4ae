-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "issue_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "log_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "metadata_bytes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "quota" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "text_bytes" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "recordings" ADD COLUMN     "conflict_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "part_span" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "received_bytes" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "segments" ADD COLUMN     "part_span" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "part_conflicts" (
    "segment_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "storage_key" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "part_conflicts_pkey" PRIMARY KEY ("segment_id","seq","sha256")
);

-- CreateTable
CREATE TABLE "upkeep_tasks" (
    "name" TEXT NOT NULL,
    "after" TEXT NOT NULL DEFAULT '',
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "upkeep_tasks_pkey" PRIMARY KEY ("name")
);

-- AddForeignKey
ALTER TABLE "part_conflicts" ADD CONSTRAINT "part_conflicts_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Sessions under way have used some of their quota already. What has ended takes no texts any more.
UPDATE "sessions" s SET
  "issue_count" = (SELECT count(*) FROM "session_events" e WHERE e."session_id" = s."id" AND e."kind" = 'technical_issue'),
  "log_count" = (SELECT count(*) FROM "session_events" e WHERE e."session_id" = s."id" AND e."kind" = 'log'),
  "text_bytes" = least(2000000000,
    (SELECT coalesce(sum(octet_length(q."text") + octet_length(q."ideal_answer") + octet_length(q."rubric_notes")), 0) FROM "questions" q WHERE q."session_id" = s."id")
    + (SELECT coalesce(sum(octet_length(a."text") + octet_length(coalesce(a."recognized_text", ''))), 0) FROM "answers" a WHERE a."session_id" = s."id")),
  "metadata_bytes" = least(2000000000, octet_length(s."metadata"::text)
    + (SELECT coalesce(sum(octet_length(q."metadata"::text)), 0) FROM "questions" q WHERE q."session_id" = s."id")
    + (SELECT coalesce(sum(octet_length(a."metadata"::text)), 0) FROM "answers" a WHERE a."session_id" = s."id"))
WHERE s."status" = 'active';

-- Parts may still come for what is under way or ended lately; counting those of all history would take long.
CREATE TEMPORARY TABLE "counted_parts" AS
SELECT g."id" AS "segment_id", g."session_id", greatest(coalesce(g."closed_parts", 0), coalesce(max(p."seq") + 1, 0)) AS "span",
  coalesce(sum(p."length"), 0) AS "bytes"
FROM "sessions" s
JOIN "segments" g ON g."session_id" = s."id"
LEFT JOIN "parts" p ON p."segment_id" = g."id"
WHERE s."status" = 'active' OR s."ended_at" > now() - interval '35 days'
GROUP BY g."id";

UPDATE "segments" g SET "part_span" = c."span" FROM "counted_parts" c WHERE g."id" = c."segment_id";

UPDATE "recordings" r SET "part_span" = c."span", "received_bytes" = c."bytes"
FROM (
  SELECT "session_id", least(2000000000, sum("span"))::int AS "span", sum("bytes") AS "bytes" FROM "counted_parts" GROUP BY "session_id"
) c
WHERE r."session_id" = c."session_id";

DROP TABLE "counted_parts";

-- Bytes that earlier versions kept beside a part get their rows from a worker, which can list files.
INSERT INTO "upkeep_tasks" ("name") VALUES ('find_part_conflicts');
