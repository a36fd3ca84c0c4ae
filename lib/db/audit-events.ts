import type { Actor } from "../domain/actor.ts";
import type { AuditAction } from "../domain/audit-actions.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

type Subject = { kind: string; id: string; detail?: Prisma.InputJsonObject };

/** A candidate and a stranger are nobody that a verb runs for, but do things worth writing down. */
export type Who = Actor | { organizationId: string; kind: "candidate"; id: string } | Stranger;

/** Somebody who claims to be a member, or comes with what opens nothing any more. */
type Stranger = { organizationId: string; kind: "stranger"; id?: undefined };

/**
 * Writes down who did what to what, in the transaction that does it. Details never hold secrets. A new action is added to
 * lib/domain/audit-actions.ts.
 */
export async function append(db: Db, actor: Who, action: AuditAction, subject: Subject): Promise<void> {
  await appendAll(db, actor, action, [subject]);
}

/** The same for many subjects of one action. */
export async function appendAll(db: Db, actor: Who, action: AuditAction, subjects: Subject[]): Promise<void> {
  await db.auditEvent.createMany({
    data: subjects.map(({ kind, id, detail = {} }) => ({
      organizationId: actor.organizationId,
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      action,
      subjectKind: kind,
      subjectId: id,
      detail,
    })),
  });
}

/**
 * Removes some of the oldest of all organisations that have been kept for their days, by the database's clock, and writes down
 * how many. Nothing else can remove any: the database refuses it.
 * @returns how many: less than the limit when there are no more
 */
export async function removeExpired(tx: Db, keptDays: number, limit: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ removed: number }[]>`
    SELECT remove_expired_audit_events(${keptDays}::int, ${limit}::int) AS removed`;
  return row?.removed ?? 0;
}

export type AuditEventRow = Prisma.AuditEventGetPayload<{ select: typeof COLUMNS }>;

const COLUMNS = {
  id: true,
  at: true,
  actorKind: true,
  actorId: true,
  action: true,
  subjectKind: true,
  subjectId: true,
  detail: true,
} as const;

export type AuditFilter = { action?: string | undefined; subjectId?: string | undefined };

/** Newest first, what comes after a place. */
export function list(
  db: Db,
  organizationId: string,
  { action, subjectId }: AuditFilter,
  after: { at: Date; id: bigint } | null,
  limit: number,
): Promise<AuditEventRow[]> {
  return db.auditEvent.findMany({
    where: {
      organizationId,
      ...(action === undefined ? {} : { action }),
      ...(subjectId === undefined ? {} : { subjectId }),
      ...(after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
}

/**
 * The same as `append`, unless this actor has done this to this subject since a moment. Two that ask at once add one.
 * @returns whether it was added
 */
export async function appendUnlessSince(
  tx: Db,
  actor: Actor,
  action: AuditAction,
  subject: Subject,
  since: Date,
): Promise<boolean> {
  const { organizationId, kind: actorKind, id: actorId = null } = actor;
  const same = [organizationId, actorKind, actorId, action, subject.id].join(" ");
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${same}, 0))`;
  const known = await tx.auditEvent.findFirst({
    where: { organizationId, actorKind, actorId, action, subjectId: subject.id, at: { gt: since } },
    select: { id: true },
  });
  if (!known) await append(tx, actor, action, subject);
  return !known;
}
