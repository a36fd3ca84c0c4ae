import type { Db } from "./client.ts";

export type NewInterview = {
  id: string;
  candidateId: number;
  /** As it was sent, where the candidate is known by another. */
  candidateName: string | null;
  templateId: string;
  externalId: string | null;
  token: string;
  expiresAt: Date;
};

export async function insertAll(db: Db, organizationId: string, interviews: NewInterview[]): Promise<void> {
  await db.interview.createMany({ data: interviews.map((interview) => ({ ...interview, organizationId })) });
}

/** Which of these the organisation's interviews have already. */
export async function takenExternalIds(db: Db, organizationId: string, externalIds: string[]): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await db.interview.findMany({
    where: { organizationId, externalId: { in: externalIds } },
    select: { externalId: true },
  });
  return new Set(rows.flatMap(({ externalId }) => externalId ?? []));
}

/** The interviews that these candidates can still take, oldest first: neither withdrawn nor over nor finished. */
export function listOpen(
  db: Db,
  candidateIds: number[],
): Promise<{ id: string; candidateId: number; templateId: string }[]> {
  return db.$queryRaw`
    SELECT i.id, i.candidate_id AS "candidateId", i.template_id AS "templateId"
    FROM interviews i LEFT JOIN sessions s ON s.interview_id = i.id
    WHERE i.candidate_id = ANY(${candidateIds}) AND i.revoked_at IS NULL AND i.expires_at > now()
      AND s.status IS DISTINCT FROM 'completed'
    ORDER BY i.created_at, i.id`;
}
