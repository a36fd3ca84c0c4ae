import type { PlannedQuestion } from "../domain/room-plan.ts";
import type { Db } from "./client.ts";
import { versionOf, versionWith } from "./interview-version.ts";

export type SittingQuestion = PlannedQuestion & { asked: boolean };

/** What the plan of an interview's sitting is made from, and how far it is. No text is read, so that no plan can leak one. */
export async function findBasis(db: Db, interviewId: string) {
  const { accommodations, consents, ...interview } = await db.interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: {
      accommodations: true,
      ...versionWith({ select: { introduction: true } }),
      consents: { select: { id: true }, take: 1 },
    },
  });
  return {
    accommodations: accommodations as unknown,
    hasIntroduction: versionOf(interview).introduction.trim() !== "",
    hasConsent: consents.length > 0,
    questions: await listQuestions(db, interviewId),
  };
}

/** The questions of the version that an interview asks, in their order, and how far its session is with each. */
function listQuestions(db: Db, interviewId: string): Promise<SittingQuestion[]> {
  return db.$queryRaw<SittingQuestion[]>`
    SELECT v.question_id AS id, v.prep_seconds AS "prepSeconds", v.answer_seconds AS "answerSeconds", v.retakes,
      progress.asked IS NOT NULL AS asked, coalesce(progress.answered, false) AS answered
    FROM interviews i
    JOIN templates t ON t.id = i.template_id
    JOIN version_questions v ON v.version_id = coalesce(i.template_version_id, t.published_version_id)
    LEFT JOIN (
      SELECT q.template_question_id AS asked, bool_or(EXISTS (SELECT 1 FROM answers a WHERE a.question_id = q.id)) AS answered
      FROM questions q JOIN sessions s ON s.id = q.session_id
      WHERE s.interview_id = ${interviewId}::uuid AND q.template_question_id IS NOT NULL
      GROUP BY q.template_question_id
    ) progress ON progress.asked = v.question_id
    WHERE i.id = ${interviewId}::uuid
    ORDER BY v.position`;
}

/** Questions of the version that an interview keeps, as their candidate may read them; in no particular order. */
export async function findTexts(db: Db, interviewId: string, ids: readonly string[]) {
  const found = await db.versionQuestion.findMany({
    where: { questionId: { in: [...ids] }, version: { interviews: { some: { id: interviewId } } } },
    select: { questionId: true, text: true, type: true, difficulty: true, answerSeconds: true },
  });
  return found.map(({ questionId: id, ...question }) => ({ id, ...question }));
}
