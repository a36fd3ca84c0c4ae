import type { ListPosition } from "../domain/list-position.ts";
import type { FinalStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { ofSessions, type SessionFilter, unrestrictedSessions } from "./session-filter.ts";

type NewDecision = {
  organizationId: string;
  sessionId: string;
  userId: string;
  decision: FinalStatus;
  reason: string;
  /** The key that sent it for this person; null: they did themselves. */
  apiKeyId: string | null;
  /** What it was made on; 0: there was nothing. */
  recordingVersion: number;
  analysisVersion: number;
};

/** Who decided, and the key that sent it. */
export const DECIDED = {
  user: { select: { name: true } },
  apiKey: { select: { name: true } },
} as const satisfies Prisma.DecisionInclude;
const LATEST_FIRST = [
  { createdAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.DecisionOrderByWithRelationInput[];

export type DecisionRow = Prisma.DecisionGetPayload<{ include: typeof DECIDED }>;

/** The latest decisions of a session, latest first. Holds the session: until the transaction ends, nobody else decides about it. */
export async function lockLatest(tx: Db, sessionId: string, limit: number): Promise<DecisionRow[]> {
  await tx.$queryRaw`SELECT 1 FROM sessions WHERE id = ${sessionId}::uuid FOR UPDATE`;
  return tx.decision.findMany({ where: { sessionId }, orderBy: [...LATEST_FIRST], take: limit, include: DECIDED });
}

/**
 * Adds a decision beside the earlier ones: none is ever changed, the latest counts. Call it under `lockLatest`. Its moment lies after
 * theirs, also when the one that waited for the other began first.
 */
export async function append(tx: Db, decision: NewDecision): Promise<DecisionRow> {
  const [row] = await tx.$queryRaw<[{ createdAt: Date }]>`
    SELECT GREATEST(date_trunc('milliseconds', clock_timestamp()),
      (SELECT max(created_at) FROM decisions WHERE session_id = ${decision.sessionId}::uuid) + interval '1 millisecond'
    ) AS "createdAt"`;
  return tx.decision.create({ data: { ...decision, createdAt: row.createdAt }, include: DECIDED });
}

export type LatestDecision = { interviewId: string; latest: DecisionRow | null; count: number };

/** The latest decision about an interview and how many there are; null: absent and not yours look the same. */
export async function findLatest(db: Db, organizationId: string, interviewId: string): Promise<LatestDecision | null> {
  const found = await db.interview.findFirst({
    where: { id: interviewId, organizationId },
    select: {
      session: {
        select: {
          _count: { select: { decisions: true } },
          decisions: { orderBy: [...LATEST_FIRST], take: 1, include: DECIDED },
        },
      },
    },
  });
  if (!found) return null;
  const { session } = found;
  return { interviewId, latest: session?.decisions[0] ?? null, count: session?._count.decisions ?? 0 };
}

/** Who decided, and about what. */
const WHOLE = {
  user: { select: { name: true, email: true } },
  apiKey: { select: { name: true } },
  session: {
    select: { publicId: true, interviewId: true, candidateId: true, interview: { select: { externalId: true } } },
  },
} as const satisfies Prisma.DecisionInclude;

/** One decision; null: absent and not yours look the same. */
export function find(db: Db, organizationId: string, id: string) {
  return db.decision.findFirst({ where: { organizationId, id }, include: WHOLE });
}
export type WholeRow = NonNullable<Awaited<ReturnType<typeof find>>>;

type Wanted = SessionFilter & {
  organizationId: string;
  decision?: FinalStatus | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
  from: ListPosition | null;
  limit: number;
};

/** An organisation's decisions, newest first; none about who asks for their data to be deleted. */
export async function list(db: Db, wanted: Wanted): Promise<WholeRow[]> {
  const ids = await db.$queryRaw<{ id: string }[]>`
    SELECT d.id FROM decisions d
    WHERE ${Prisma.join(conditions(wanted), " AND ")}
    ORDER BY d.created_at DESC, d.id DESC
    LIMIT ${wanted.limit}`;
  return db.decision.findMany({
    where: { organizationId: wanted.organizationId, id: { in: ids.map(({ id }) => id) } },
    orderBy: [...LATEST_FIRST],
    include: WHOLE,
  });
}

const SESSION = Prisma.sql`d.session_id`;

function conditions(wanted: Wanted): Prisma.Sql[] {
  const { organizationId, decision, createdAfter, createdBefore, from } = wanted;
  return [
    Prisma.sql`d.organization_id = ${organizationId}::uuid AND NOT d.erased`,
    unrestrictedSessions(SESSION, organizationId),
    ...ofSessions(SESSION, wanted),
    ...(decision ? [Prisma.sql`d.decision = ${decision}::final_status`] : []),
    ...(createdAfter ? [Prisma.sql`d.created_at > ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`d.created_at < ${createdBefore}`] : []),
    ...(from ? [Prisma.sql`(d.created_at, d.id) < (${from.createdAt}, ${from.id}::uuid)`] : []),
  ];
}
