-- AlterTable
ALTER TABLE "transcripts" ADD COLUMN     "sound_hash" TEXT;
