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

/** Newest first, what comes after a position. */
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
      // The first condition is what an index is entered by.
      ...(after ? { at: { lte: after.at }, OR: [{ at: { lt: after.at } }, { id: { lt: after.id } }] } : {}),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit,
    select: COLUMNS,
  });
}

/**
 * The same as `append`, unless this actor has done this to this subject within the hour, by the database's clock. Whoever asks at the
 * same moment adds one: the mark is taken and the event is written by one statement.
 * @returns whether it was added
 */
export async function appendOnceAnHour(db: Db, actor: Actor, action: AuditAction, subject: Subject): Promise<boolean> {
  const { organizationId, kind, id = null } = actor;
  const added = await db.$executeRaw`
    WITH marked AS (
      INSERT INTO audit_marks AS known (organization_id, actor_kind, actor_id, action, subject_id, noted_at)
      VALUES (${organizationId}::uuid, ${kind}, ${id ?? ""}, ${action}, ${subject.id}, now())
      ON CONFLICT (organization_id, actor_kind, actor_id, action, subject_id)
        DO UPDATE SET noted_at = now() WHERE known.noted_at <= now() - interval '1 hour'
      RETURNING 1
    )
    INSERT INTO audit_events (organization_id, actor_kind, actor_id, action, subject_kind, subject_id, detail)
    SELECT ${organizationId}::uuid, ${kind}, ${id}, ${action}, ${subject.kind}, ${subject.id},
      ${JSON.stringify(subject.detail ?? {})}::jsonb
    FROM marked`;
  return added > 0;
}

/** Removes some of the marks that no longer hold anything up. @returns how many: less than the limit when there are no more */
export function removeOldMarks(tx: Db, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM audit_marks WHERE ctid IN (
      SELECT ctid FROM audit_marks WHERE noted_at < now() - interval '2 hours' ORDER BY noted_at LIMIT ${limit})`;
}
