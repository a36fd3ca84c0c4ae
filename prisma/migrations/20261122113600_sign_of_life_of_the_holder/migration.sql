-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "holder_seen_at" TIMESTAMPTZ(3);

