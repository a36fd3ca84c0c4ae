import type { ListPosition } from "../domain/list-position.ts";
import type { FinalStatus, JobStatus } from "../domain/status.ts";
import { WITH_QUESTIONS } from "./analyses.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { ofSessions, type SessionFilter, unrestrictedSessions } from "./session-filter.ts";

type Wanted = SessionFilter & {
  organizationId: string;
  status?: JobStatus | undefined;
  finalStatus?: FinalStatus | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
  /** Of each session the latest version only. */
  latestOnly: boolean;
  from: ListPosition | null;
  limit: number;
};

const OF_SESSION = { session: { select: { publicId: true, interviewId: true, candidateId: true } } } as const;

/** An organisation's analyses, newest first; none of who asks for their data to be deleted. */
export async function list(db: Db, wanted: Wanted) {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM analyses a
    WHERE ${Prisma.join(conditions(wanted), " AND ")}
    ORDER BY a.created_at DESC, a.id DESC
    LIMIT ${wanted.limit}`;
  return db.analysis.findMany({
    where: { organizationId: wanted.organizationId, id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    include: { ...OF_SESSION, scores: true },
  });
}
export type ListedRow = Awaited<ReturnType<typeof list>>[number];

const SESSION = Prisma.sql`a.session_id`;

function conditions(wanted: Wanted): Prisma.Sql[] {
  const { organizationId, status, finalStatus, createdAfter, createdBefore, from } = wanted;
  const all: (Prisma.Sql | false | undefined | null)[] = [
    Prisma.sql`a.organization_id = ${organizationId}::uuid`,
    unrestrictedSessions(SESSION, organizationId),
    ...ofSessions(SESSION, wanted),
    status && Prisma.sql`a.status = ${status}::job_status`,
    finalStatus && Prisma.sql`a.final_status = ${finalStatus}::final_status`,
    createdAfter && Prisma.sql`a.created_at > ${createdAfter}`,
    createdBefore && Prisma.sql`a.created_at < ${createdBefore}`,
    wanted.latestOnly &&
      Prisma.sql`NOT EXISTS (SELECT 1 FROM analyses b WHERE b.session_id = a.session_id AND b.version > a.version)`,
    from && Prisma.sql`(a.created_at, a.id) < (${from.createdAt}, ${from.id}::uuid)`,
  ];
  return all.filter((condition) => condition instanceof Prisma.Sql);
}

/** One analysis with its questions in order; null: absent and not yours look the same. */
export function find(db: Db, organizationId: string, id: string) {
  return db.analysis.findFirst({ where: { organizationId, id }, include: { ...OF_SESSION, ...WITH_QUESTIONS } });
}
export type WholeRow = NonNullable<Awaited<ReturnType<typeof find>>>;

/** The latest version of a session's analysis, or the one asked for, with its questions in order. */
export function findVersion(db: Db, organizationId: string, sessionId: string, version: number | undefined) {
  return db.analysis.findFirst({
    where: { organizationId, sessionId, ...(version === undefined ? {} : { version }) },
    orderBy: { version: "desc" },
    include: { ...OF_SESSION, ...WITH_QUESTIONS },
  });
}
