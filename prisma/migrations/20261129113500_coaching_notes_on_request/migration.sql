-- AlterTable
ALTER TABLE "templates" ADD COLUMN     "coaching_notes" BOOLEAN NOT NULL DEFAULT false;
