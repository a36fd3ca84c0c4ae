import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const MIGRATIONS_DIR = fileURLToPath(new URL("../../../prisma/migrations/", import.meta.url));

/** One step of the database: a folder named for its time and what it does, with its SQL. */
export type Migration = { name: string; sql: string; checksum: string };

/** The names of the migrations, oldest first. */
export async function migrationNames(migrationsDir: string = MIGRATIONS_DIR): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/** The same with what they hold. */
export async function readMigrations(migrationsDir: string): Promise<Migration[]> {
  const names = await migrationNames(migrationsDir);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(migrationsDir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksumOf(sql) };
    }),
  );
}

/** As Prisma makes it (schema-connector/src/checksum.rs): SHA-256 of the file, in hexadecimal. */
function checksumOf(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** Whether a migration is the one of this checksum, with the line endings of whichever system it was applied from. */
export function isOfChecksum({ sql, checksum }: Migration, applied: string): boolean {
  if (checksum === applied) return true;
  const unix = sql.replaceAll("\r\n", "\n");
  return [unix, unix.replaceAll("\n", "\r\n")].some((text) => checksumOf(text) === applied);
}
