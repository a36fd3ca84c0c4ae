import { restrictedIn } from "./candidates.ts";
import { Prisma } from "./generated/client.ts";

export type SessionFilter = {
  candidateId?: number | undefined;
  interviewId?: string | undefined;
  /** Either of its ids. */
  sessionId?: string | undefined;
};

/**
 * Conditions on what belongs to sessions: whose they are. The sessions are found first, by their own indexes.
 * @param session the column that names the session
 */
export function ofSessions(session: Prisma.Sql, filter: SessionFilter): Prisma.Sql[] {
  const { candidateId, interviewId, sessionId } = filter;
  const where = [
    ...(candidateId === undefined ? [] : [Prisma.sql`s.candidate_id = ${candidateId}`]),
    ...(interviewId === undefined ? [] : [Prisma.sql`s.interview_id = ${interviewId}::uuid`]),
    ...(sessionId === undefined ? [] : [Prisma.sql`(s.public_id = ${sessionId}::uuid OR s.id = ${sessionId}::uuid)`]),
  ];
  if (where.length === 0) return [];
  return [Prisma.sql`${session} IN (SELECT s.id FROM sessions s WHERE ${Prisma.join(where, " AND ")})`];
}

/** Of nobody who asks for their data to be deleted. There are few: their sessions are read once and not for each row. */
export function unrestrictedSessions(session: Prisma.Sql, organizationId: string): Prisma.Sql {
  return Prisma.sql`${session} NOT IN (
    SELECT s.id FROM sessions s WHERE s.candidate_id IN ${restrictedIn(organizationId)})`;
}
