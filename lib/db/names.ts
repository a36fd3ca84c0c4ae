import type { Db } from "./client.ts";

/**
 * Makes everybody else who adds or renames something of this organisation by its names and external ids wait until this
 * transaction ends, so that what is looked up first still holds when it is written.
 */
export async function lockNames(tx: Db, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`names of ${organizationId}`}, 0))`;
}
