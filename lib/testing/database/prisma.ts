import { PrismaPg } from "@prisma/adapter-pg";
import { DriverAdapterError } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { MIGRATIONS_DIR, readMigrations } from "../../db/migrations/migrations-folder.ts";
import { NO_FILTER, withSchemaEngine } from "../../db/migrations/schema-engine.ts";

/* What `prisma migrate deploy` does, by Prisma's own engine. */

/** Applies what the database lacks. @returns its names */
export async function prismaDeploy(databaseUrl: string, migrationsDir: string = MIGRATIONS_DIR): Promise<string[]> {
  const migrationsList = await listOf(migrationsDir);
  const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTER }),
  );
  return appliedMigrationNames;
}

/** What it says of the database beforehand. */
export async function prismaDiagnosis(databaseUrl: string, migrationsDir: string = MIGRATIONS_DIR) {
  const migrationsList = await listOf(migrationsDir);
  const options = { migrationsList, filters: NO_FILTER, optInToShadowDatabase: false };
  const { history, failedMigrationNames, editedMigrationNames, hasMigrationsTable } = await withEngine(
    databaseUrl,
    (engine) => engine.diagnoseMigrationHistory(options),
  );
  return { history, failedMigrationNames, editedMigrationNames, hasMigrationsTable };
}

function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  return withSchemaEngine(databaseUrl, work, (pool) => new WholeScriptAdapter(pool));
}

async function listOf(baseDir: string): Promise<MigrationList> {
  const migrations = await readMigrations(baseDir);
  const migrationDirectories = migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"' };
  return { baseDir, lockfile, shadowDbInitScript: "", migrationDirectories };
}

/** Prisma's adapter cuts a script at every semicolon, also inside a function's body; its native engine sends it whole, as here. */
class WholeScriptAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script);
      } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        const { code = "", severity = "", message, detail, column, hint } = error;
        throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
      }
    };
    return adapter;
  }
}
