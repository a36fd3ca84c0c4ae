-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "epoch" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "holder" TEXT,
ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "network" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "provisional_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "recordings" ADD COLUMN     "gaps" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "playlist" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "provisional" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "segments" ADD COLUMN     "epoch" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "sessions_status_last_seen_at_idx" ON "sessions"("status", "last_seen_at");
