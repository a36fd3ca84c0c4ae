import type { Db } from "./client.ts";

/** What the avatar of a session says first, in the version that it asks. */
export async function findIntroduction(db: Db, sessionId: string): Promise<string | null> {
  const version = await db.templateVersion.findFirst({
    where: { interviews: { some: { session: { id: sessionId } } } },
    select: { introduction: true },
  });
  return version?.introduction ?? null;
}
