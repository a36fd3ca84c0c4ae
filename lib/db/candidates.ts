import type { Db } from "./client.ts";

export type CandidateRow = { id: number; name: string; email: string };

type NewCandidate = { organizationId: string; name: string; email: string };

/**
 * The organisation's candidate of this address (lower case), made if there is none. Two at once make one: the two keys
 * of `where` and `create` agree, so Prisma does it in one INSERT … ON CONFLICT. A new name replaces the old one:
 * whoever invites again has corrected it.
 */
export function upsert(db: Db, candidate: NewCandidate): Promise<CandidateRow> {
  const { organizationId, name, email } = candidate;
  return db.candidate.upsert({
    where: { organizationId_email: { organizationId, email } },
    create: { organizationId, name, email },
    update: { name },
    select: { id: true, name: true, email: true },
  });
}

export async function exists(db: Db, organizationId: string, id: number): Promise<boolean> {
  return (await db.candidate.count({ where: { id, organizationId } })) === 1;
}
