import type { PlannedQuestion } from "../domain/room-plan.ts";
import type { Db } from "./client.ts";

export type SittingQuestion = PlannedQuestion & { asked: boolean };

/** What the plan of an interview's sitting is made from, and how far it is. No text is read, so that no plan can leak one. */
export async function findBasis(db: Db, interviewId: string) {
  const { accommodations, template, consents } = await db.interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: {
      accommodations: true,
      template: { select: { introduction: true } },
      consents: { select: { id: true }, take: 1 },
    },
  });
  return {
    accommodations: accommodations as unknown,
    hasIntroduction: template.introduction.trim() !== "",
    hasConsent: consents.length > 0,
    questions: await listQuestions(db, interviewId),
  };
}

/** The questions of an interview's template in their order, and how far its session is with each. */
function listQuestions(db: Db, interviewId: string): Promise<SittingQuestion[]> {
  return db.$queryRaw<SittingQuestion[]>`
    SELECT t.id, t.prep_seconds AS "prepSeconds", t.answer_seconds AS "answerSeconds", t.retakes,
      progress.asked IS NOT NULL AS asked, coalesce(progress.answered, false) AS answered
    FROM interviews i
    JOIN template_questions t ON t.template_id = i.template_id AND t.position > 0 -- below are those set aside
    LEFT JOIN (
      SELECT q.template_question_id AS asked, bool_or(EXISTS (SELECT 1 FROM answers a WHERE a.question_id = q.id)) AS answered
      FROM questions q JOIN sessions s ON s.id = q.session_id
      WHERE s.interview_id = ${interviewId}::uuid AND q.template_question_id IS NOT NULL
      GROUP BY q.template_question_id
    ) progress ON progress.asked = t.id
    WHERE i.id = ${interviewId}::uuid
    ORDER BY t.position`;
}

/** Questions of the template as their candidate may read them, in no particular order. */
export function findTexts(db: Db, ids: readonly string[]) {
  return db.templateQuestion.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, text: true, type: true, difficulty: true, answerSeconds: true },
  });
}
