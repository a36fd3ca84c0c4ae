import type { Db } from "./client.ts";

export type NewInterview = {
  id: string;
  candidateId: number;
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
