import pg from "pg";
import { grantToApplication } from "./application-role.ts";
import { MIGRATIONS_DIR, NO_FILTER, readMigrations, withSchemaEngine } from "./schema-engine.ts";

/** Any number nobody else locks by: Prisma's native engine uses 72707369. */
const LOCK = 72_707_371;

/**
 * Brings the database up to the migrations folder. Two processes may start at once: the second waits for the first and
 * then finds nothing to do. A migration is applied whole or not at all, so one that was cut short earlier is tried again. Then the
 * application's role is given what it needs of the tables.
 *
 * @returns the names of the migrations that were applied, oldest first; empty when the database was up to date
 * @throws Error naming the migration that failed; what it had begun is rolled back
 */
export async function migrate(databaseUrl: string, migrationsDir: string = MIGRATIONS_DIR): Promise<string[]> {
  const migrationsList = await readMigrations(migrationsDir);
  return whileLocked(databaseUrl, async (client) => {
    const applied = await withSchemaEngine(databaseUrl, async (engine) => {
      const filters = NO_FILTER;
      const history = await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: false });
      for (const migrationName of history.failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      return appliedMigrationNames;
    });
    await grantToApplication(client);
    return applied;
  }).catch((error: unknown) => {
    throw new Error(explain(error), { cause: error });
  });
}

/** The engine's message is wrapped in the places it came through; what went wrong stands in the lines before them. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const migration = /migration_name="([^"]+)"/.exec(message)?.[1];
  const [reason = ""] = message.split(/\n\s+0: /);
  const words = reason.replace("external connector error", "").trim().replace(/\s+/g, " ");
  return migration ? `The migration ${migration} failed: ${words}` : `The database could not be migrated: ${words}`;
}

/** The lock belongs to the connection, so it goes with a process that dies. */
async function whileLocked<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}
