import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { MIGRATIONS_DIR, migrationNames } from "../../db/migrations/migrations-folder.ts";

/* Databases and migrations folders for the tests of migrating. */

/** An empty database of the test's own. */
export async function emptyDatabase(options = ""): Promise<string> {
  const name = `empty_${randomBytes(6).toString("hex")}`;
  await run(maintenanceUrl(), `CREATE DATABASE "${name}" ${options}`);
  const url = new URL(inject("templateDatabaseUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

/** Of a database that nobody migrates. */
export function maintenanceUrl(): string {
  return new URL("/postgres", inject("templateDatabaseUrl")).href;
}

export async function run<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

/** A folder of migrations of the test's own: of each name its SQL. */
export function migrationsFolder(migrations: Record<string, string>): string {
  const folder = join(inject("testFolder"), `migrations-${randomBytes(6).toString("hex")}`);
  for (const [name, sql] of Object.entries(migrations)) writeMigration(folder, name, sql);
  return folder;
}

/** The product's migrations, up to and including that of the name `last`. */
export async function migrationsUpTo(last = "9"): Promise<string> {
  const folder = migrationsFolder({});
  for (const name of await migrationNames()) {
    if (name <= last) cpSync(join(MIGRATIONS_DIR, name), join(folder, name), { recursive: true });
  }
  return folder;
}

export function writeMigration(folder: string, name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}
