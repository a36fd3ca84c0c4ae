import type pg from "pg";
import { grantToApplication } from "../application-role.ts";
import { withOwnConnection } from "../own-connection.ts";
import { type AppliedMigration, ensureTable, listApplied } from "./applied-migrations.ts";
import { applyMigration, MigrationFailure } from "./apply-migration.ts";
import { type Waiting, whileLocked } from "./migration-lock.ts";
import { isOfChecksum, MIGRATIONS_DIR, type Migration, readMigrations } from "./migrations-folder.ts";

const LOCK_WAIT_MS = 10 * 60_000;

/** By default: the product's own migrations, ten minutes, and nobody is told anything. */
export type MigrateOptions = Partial<Waiting> & { migrationsDir?: string };

/**
 * Brings the database up to the migrations folder, oldest first. Two processes may start at once: the second waits for the first and
 * then finds nothing to do. A migration is applied whole or not at all, so one that failed or was cut short earlier is tried again.
 * A database that has had more migrations than the folder holds keeps them. Then the application's role is given what it needs of the
 * tables.
 *
 * @returns the names of the migrations that were applied, oldest first; empty when the database was up to date
 * @throws Error naming the migration that failed and what was kept of it
 */
export async function migrate(
  databaseUrl: string,
  { migrationsDir = MIGRATIONS_DIR, say = () => undefined, lockWaitMs = LOCK_WAIT_MS }: MigrateOptions = {},
): Promise<string[]> {
  try {
    const migrations = await readMigrations(migrationsDir);
    return await withOwnConnection(databaseUrl, async (client) => {
      await whileLocked(client, { say, lockWaitMs }, () => ensureTable(client));
      const applied: string[] = [];
      for (;;) {
        const next = () => applyNext({ client, databaseUrl, migrations, say });
        const name = await whileLocked(client, { say, lockWaitMs }, next);
        if (name instanceof MigrationFailure) throw name;
        if (name === null) return applied;
        applied.push(name);
      }
    });
  } catch (error) {
    if (error instanceof MigrationFailure) throw error;
    throw new Error(`The database could not be migrated: ${wordsOf(error)}`, { cause: error });
  }
}

type Step = Pick<Waiting, "say"> & { client: pg.Client; databaseUrl: string; migrations: Migration[] };

/** The name of the migration that was applied; null when the database lacks none. */
async function applyNext({ client, databaseUrl, migrations, say }: Step): Promise<string | MigrationFailure | null> {
  const rows = await listApplied(client);
  const inState = (name: string, wanted: AppliedMigration["state"]) =>
    rows.find((row) => row.name === name && row.state === wanted);
  const next = migrations.find(({ name }) => !inState(name, "applied"));
  if (!next) {
    for (const migration of migrations) tellIfChanged(migration, inState(migration.name, "applied"), say);
    await grantToApplication(client);
    return null;
  }
  const earlier = inState(next.name, "unfinished");
  if (earlier)
    say(`The migration ${next.name}, begun at ${earlier.startedAt.toISOString()}, was not finished; trying it again.`);
  return (await applyMigration(client, databaseUrl, next, earlier !== undefined)) ?? next.name;
}

/** As `prisma migrate deploy` does. */
function tellIfChanged(migration: Migration, row: AppliedMigration | undefined, say: Waiting["say"]): void {
  if (row && !isOfChecksum(migration, row.checksum))
    say(`The migration ${migration.name} was changed after it had been applied; the database stays as it is.`);
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || String((error as NodeJS.ErrnoException).code ?? error.name);
}
