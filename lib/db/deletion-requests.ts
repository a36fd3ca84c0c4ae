import type { Db } from "./client.ts";

/**
 * Keeps when a candidate first asked for what is kept about them to be deleted.
 * @returns whether it was this call that kept it
 */
export async function add(db: Db, organizationId: string, candidateId: number, at: Date): Promise<boolean> {
  const { count } = await db.candidate.updateMany({
    where: { id: candidateId, organizationId, deletionRequestedAt: null },
    data: { deletionRequestedAt: at },
  });
  return count === 1;
}
