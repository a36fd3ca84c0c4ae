-- Other answers that are as right as the ideal one, in the words of people.
ALTER TABLE "version_questions" ADD COLUMN "also_right" TEXT[] DEFAULT ARRAY[]::TEXT[];
ALTER TABLE "questions" ADD COLUMN "also_right" TEXT[] DEFAULT ARRAY[]::TEXT[];
