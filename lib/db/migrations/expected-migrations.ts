import type { Db } from "../client.ts";

// The web process and the pages it has bundled are one process with two copies of this module.
const held = globalThis as { talentflowMigrations?: readonly string[] };

/** Says which migrations the code of this process is made for, by the names of their folders. */
export function expectMigrations(names: readonly string[]): void {
  held.talentflowMigrations = names;
}

/** Those of the expected migrations that the database has not had. It may have had later ones: they only add. */
export async function missingMigrations(db: Db): Promise<string[]> {
  const expected = held.talentflowMigrations ?? [];
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return expected.filter((name) => !names.has(name));
}
