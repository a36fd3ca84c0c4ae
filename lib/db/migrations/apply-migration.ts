import pg from "pg";
import { withOwnConnection } from "../own-connection.ts";
import { note } from "./applied-migrations.ts";
import type { Migration } from "./migrations-folder.ts";

/** PostgreSQL's codes for these. */
const ONLY_OUTSIDE_A_TRANSACTION = "25001";
const LOCK_TIMEOUT = "55P03";

/** A migration that failed, and what was kept of it, as one line. */
export class MigrationFailure extends Error {
  override readonly name = "MigrationFailure";
}

/**
 * Applies a migration and notes it, all or nothing: within the transaction that `client` is in, which holds the lock. Only what
 * PostgreSQL refuses to do in a transaction, such as CREATE INDEX CONCURRENTLY, it does alone.
 *
 * @param again an earlier try of it was cut short
 * @returns null when it is applied; the failure is noted, too, so the caller commits either way
 */
export async function applyMigration(
  client: pg.Client,
  databaseUrl: string,
  migration: Migration,
  again: boolean,
): Promise<MigrationFailure | null> {
  await client.query("SAVEPOINT untouched");
  try {
    await client.query(migration.sql); // as a whole: PostgreSQL itself knows where a statement or a function's body ends
    await client.query("SET CONSTRAINTS ALL IMMEDIATE; RELEASE SAVEPOINT untouched");
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    if (!(await undo(client))) return failure(migration, ITS_OWN_TRANSACTION);
    if (error.code === ONLY_OUTSIDE_A_TRANSACTION) return applyAlone(databaseUrl, migration, again);
    await note(client, migration, "rolled back", { logs: error.message });
    return failure(migration, `${describe(error, migration)}; nothing of it was kept`, error);
  }
  await note(client, migration, "applied");
  return null;
}

const ITS_OWN_TRANSACTION = "it ends the transaction that it is applied in (by COMMIT, say), and part of it was kept";

/** @returns false when the file has ended the transaction itself */
async function undo(client: pg.Client): Promise<boolean> {
  try {
    await client.query("ROLLBACK TO SAVEPOINT untouched");
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  }
}

/**
 * Applies a migration of one statement on a connection of its own, within the limits that its role has; the caller's transaction goes
 * on holding the lock. Should it be cut short, its row stays unfinished as Prisma's would, and the next try clears away the index that
 * it left half built.
 */
function applyAlone(databaseUrl: string, migration: Migration, again: boolean): Promise<MigrationFailure | null> {
  return withOwnConnection(databaseUrl, async (client) => {
    if (again) await dropHalfBuilt(client, migration);
    const startedAt = await note(client, migration, "unfinished");
    try {
      await client.query(migration.sql);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      await note(client, migration, "unfinished", { startedAt, logs: error.message });
      const problem = error.code === ONLY_OUTSIDE_A_TRANSACTION ? NOT_ALONE : "part of it may have been kept";
      return failure(migration, `${describe(error, migration)}; ${problem}`, error);
    }
    await note(client, migration, "applied", { startedAt });
    return null;
  });
}

const NOT_ALONE = "such a statement must be the only one of its file";

const HALF_BUILT = `
  SELECT i.indexrelid::regclass AS index FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace AND strpos($1, c.relname) > 0`;

/** The indexes that the migration names and PostgreSQL cannot use. */
async function dropHalfBuilt(client: pg.Client, { sql }: Migration): Promise<void> {
  const { rows } = await client.query<{ index: string }>(HALF_BUILT, [sql]);
  for (const { index } of rows) await client.query(`DROP INDEX ${index}`);
}

function describe({ message, code, position }: pg.DatabaseError, { sql }: Migration): string {
  if (code === LOCK_TIMEOUT) return "something else went on using a table that it changes";
  if (position === undefined) return message;
  return `${message} (line ${sql.slice(0, Number(position)).split("\n").length})`;
}

function failure({ name }: Migration, why: string, cause?: Error): MigrationFailure {
  return new MigrationFailure(`The migration ${name} failed: ${why}.`, { cause });
}
