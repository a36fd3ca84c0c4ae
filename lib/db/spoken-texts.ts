import type { Db } from "./client.ts";

/** What the avatar of a session says first, as its template has it. */
export async function findIntroduction(db: Db, sessionId: string): Promise<string | null> {
  const template = await db.template.findFirst({
    where: { interviews: { some: { session: { id: sessionId } } } },
    select: { introduction: true },
  });
  return template?.introduction ?? null;
}

/** The text of a question of a session's template; null for a question of any other. */
export async function findQuestion(db: Db, sessionId: string, templateQuestionId: string): Promise<string | null> {
  const question = await db.templateQuestion.findFirst({
    where: { id: templateQuestionId, template: { interviews: { some: { session: { id: sessionId } } } } },
    select: { text: true },
  });
  return question?.text ?? null;
}
