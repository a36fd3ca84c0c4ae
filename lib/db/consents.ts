import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type ConsentWords = { hash: string; language: string; version: string; text: string };

/** Keeps that these words were before an interview's candidate: the words once, and once for each interview. */
export async function keepShown(tx: Db, interviewId: string, words: ConsentWords): Promise<void> {
  await tx.consentText.createMany({ data: [words], skipDuplicates: true });
  await tx.consentShowing.createMany({ data: [{ interviewId, hash: words.hash }], skipDuplicates: true });
}

/** The words of this hash or, where none is named, the latest of this version, if this interview's candidate had them before them. */
export function findShown(
  db: Db,
  interviewId: string,
  named: { hash?: string | undefined; version: string },
): Promise<{ hash: string } | null> {
  const by = named.hash === undefined ? { text: { version: named.version } } : { hash: named.hash };
  return db.consentShowing.findFirst({
    where: { interviewId, ...by },
    orderBy: { shownAt: "desc" },
    select: { hash: true },
  });
}

/** Adds a consent. The same words again, with none to others between, add nothing, but for the candidate's own after somebody else's. @returns whether it was added */
export async function give(
  tx: Db,
  interviewId: string,
  given: { hash: string; version: string; byId: string | null },
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM interviews WHERE id = ${interviewId}::uuid FOR UPDATE`;
  const latest = await findStanding(tx, interviewId);
  if (latest?.hash === given.hash && (latest.byId === null || latest.byId === given.byId)) return false;
  await tx.consent.create({ data: { interviewId, ...given } });
  return true;
}

const WITH_TEXT = { text: { select: { text: true, language: true } } } as const satisfies Prisma.ConsentInclude;
export type ConsentRow = Prisma.ConsentGetPayload<{ include: typeof WITH_TEXT }>;

/** The latest consent of an interview with its words; null when there is none. */
export function findStanding(db: Db, interviewId: string): Promise<ConsentRow | null> {
  return db.consent.findFirst({ where: { interviewId }, orderBy: { id: "desc" }, include: WITH_TEXT });
}

/** Whether a sitting wants a consent that it lacks: its link was opened, it began after consents were kept, and there is none. */
export async function isMissing(
  db: Db,
  about: { sessionId: string } | { interviewId: string },
): Promise<{ organizationId: string; isMissing: boolean } | null> {
  const which =
    "sessionId" in about ? Prisma.sql`s.id = ${about.sessionId}::uuid` : Prisma.sql`i.id = ${about.interviewId}::uuid`;
  const [row] = await db.$queryRaw<{ organizationId: string; isMissing: boolean }[]>`
    SELECT i.organization_id AS "organizationId", (i.opened_at IS NOT NULL AND s.consent_basis IS DISTINCT FROM 'before'
      AND NOT EXISTS (SELECT 1 FROM consents WHERE interview_id = i.id AND by_id IS NULL)) AS "isMissing"
    FROM interviews i LEFT JOIN sessions s ON s.interview_id = i.id
    WHERE ${which}`;
  return row ?? null;
}
