import type { Db } from "./client.ts";

/** What the avatar of a session says first, as its template has it. */
export async function findIntroduction(db: Db, sessionId: string): Promise<string | null> {
  const template = await db.template.findFirst({
    where: { interviews: { some: { session: { id: sessionId } } } },
    select: { introduction: true },
  });
  return template?.introduction ?? null;
}
