import type { Actor } from "../domain/actor.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

const COLUMNS = {
  id: true,
  organizationId: true,
  candidateId: true,
  requestedAt: true,
  finishedAt: true,
  counts: true,
} as const;

export type ErasureRow = Prisma.ErasureGetPayload<{ select: typeof COLUMNS }>;

/**
 * From this transaction on nothing is done with what is left of a candidate: their sittings are over, and nothing of theirs is shared.
 * @returns null when there is no such candidate, or it has begun before
 */
export async function begin(tx: Db, actor: Actor, candidateId: number): Promise<ErasureRow | null> {
  const { organizationId, kind, id } = actor;
  const begun = await tx.$executeRaw`
    UPDATE candidates SET erasing_since = clock_timestamp(),
      deletion_requested_at = coalesce(deletion_requested_at, clock_timestamp())
    WHERE id = ${candidateId} AND organization_id = ${organizationId}::uuid AND erasing_since IS NULL`;
  if (begun === 0) return null;
  await tx.$executeRaw`
    UPDATE sessions SET status = 'completed', ended_at = clock_timestamp()
    WHERE candidate_id = ${candidateId} AND status = 'active'`;
  await tx.$executeRaw`
    UPDATE share_links SET revoked_at = clock_timestamp()
    WHERE revoked_at IS NULL AND interview_id IN (SELECT id FROM interviews WHERE candidate_id = ${candidateId})`;
  const requested = { organizationId, candidateId, requestedByKind: kind, requestedById: id ?? null };
  return tx.erasure.create({ data: requested, select: COLUMNS });
}

export function find(db: Db, organizationId: string, candidateId: number): Promise<ErasureRow | null> {
  return db.erasure.findFirst({ where: { candidateId, organizationId }, select: COLUMNS });
}

export function findById(db: Db, id: string): Promise<ErasureRow | null> {
  return db.erasure.findUnique({ where: { id }, select: COLUMNS });
}

/** Holds one that is to be done yet until this transaction ends. @returns false when somebody else has done it */
export async function holdOpen(tx: Db, id: string): Promise<boolean> {
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM erasures WHERE id = ${id}::uuid AND finished_at IS NULL FOR UPDATE`;
  return open.length > 0;
}

/** What is known of whoever is erased, as long as it is there. */
export async function findTraces(db: Db, { candidateId }: Pick<ErasureRow, "candidateId">) {
  const candidate = await db.candidate.findUniqueOrThrow({
    where: { id: candidateId },
    select: {
      name: true,
      email: true,
      externalId: true,
      interviews: { select: { id: true, token: true, candidateName: true, externalId: true } },
      sessions: { select: { id: true, publicId: true } },
    },
  });
  const { interviews, sessions, ...particulars } = candidate;
  return { particulars, interviews, sessions };
}

/** The jobs that carry ids of theirs, waiting or done. @returns how many were removed */
export function removeJobs(
  tx: Db,
  { interviewIds, sessionIds, candidateId }: { interviewIds: string[]; sessionIds: string[]; candidateId: number },
): Promise<number> {
  const files = `recordings/interview\\_session\\_${candidateId}\\_%`;
  return tx.$executeRaw`
    DELETE FROM pgboss.job
    WHERE data->>'sessionId' = ANY(${sessionIds}::text[]) OR data->>'interviewId' = ANY(${interviewIds}::text[])
      OR data->>'storageKey' LIKE ${files}
      OR data->>'analysisId' IN (SELECT id::text FROM analyses WHERE session_id = ANY(${sessionIds}::uuid[]))
      OR data->>'deliveryId' IN (SELECT d.id::text FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id
        WHERE e.interview_id = ANY(${interviewIds}::uuid[]))`;
}

/** Blanks what the record says beyond who did what: about these subjects, and of exports that were searched for by these words. */
export async function blankAudit(
  tx: Db,
  organizationId: string,
  subjects: readonly { kind: string; id: string }[],
  words: readonly string[],
): Promise<number> {
  let blanked = 0;
  for (const { kind, id } of subjects) {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT blank_audit_details(${organizationId}::uuid, ${kind}, ${id}) AS count`;
    blanked += row?.count ?? 0;
  }
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT blank_audit_searches(${organizationId}::uuid, ${[...words]}::text[]) AS count`;
  return blanked + (row?.count ?? 0);
}

export async function finish(tx: Db, id: string, candidateId: number, counts: Record<string, number>): Promise<void> {
  await tx.$executeRaw`UPDATE candidates SET erased_at = clock_timestamp() WHERE id = ${candidateId}`;
  await tx.$executeRaw`
    UPDATE deletion_requests SET ended_at = clock_timestamp(), outcome = 'erased'
    WHERE candidate_id = ${candidateId} AND ended_at IS NULL`;
  await tx.$executeRaw`
    UPDATE erasures SET finished_at = clock_timestamp(), counts = ${JSON.stringify(counts)}::jsonb WHERE id = ${id}::uuid`;
}
