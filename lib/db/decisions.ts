import type { FinalStatus } from "../domain/status.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

type NewDecision = {
  organizationId: string;
  sessionId: string;
  userId: string;
  decision: FinalStatus;
  reason: string;
};

/** Adds a decision beside the earlier ones: none is ever changed, the latest counts. */
export function append(db: Db, decision: NewDecision) {
  return db.decision.create({ data: decision, include: { user: { select: { name: true } } } });
}
export type DecisionRow = Awaited<ReturnType<typeof append>>;

/** Who decided, and about what. */
const WHOLE = {
  user: { select: { name: true, email: true } },
  session: { select: { interviewId: true, candidateId: true, interview: { select: { externalId: true } } } },
} as const satisfies Prisma.DecisionInclude;

/** One decision; null: absent and not yours look the same. */
export function find(db: Db, organizationId: string, id: string) {
  return db.decision.findFirst({ where: { organizationId, id }, include: WHOLE });
}
export type WholeRow = NonNullable<Awaited<ReturnType<typeof find>>>;

type Wanted = {
  organizationId: string;
  candidateId?: number | undefined;
  interviewId?: string | undefined;
  decision?: FinalStatus | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
  /** The list goes on beyond this place. */
  from: { createdAt: Date; id: string } | null;
  limit: number;
};

/** An organisation's decisions, newest first. */
export function list(db: Db, wanted: Wanted): Promise<WholeRow[]> {
  const { organizationId, candidateId, interviewId, decision, createdAfter, createdBefore, from, limit } = wanted;
  const filters: Prisma.DecisionWhereInput[] = [];
  if (candidateId !== undefined) filters.push({ session: { candidateId } });
  if (interviewId !== undefined) filters.push({ session: { interviewId } });
  if (decision) filters.push({ decision });
  if (createdAfter) filters.push({ createdAt: { gt: createdAfter } });
  if (createdBefore) filters.push({ createdAt: { lt: createdBefore } });
  if (from) {
    const { createdAt, id } = from;
    filters.push({ createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] });
  }
  return db.decision.findMany({
    where: { organizationId, AND: filters },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    include: WHOLE,
  });
}
