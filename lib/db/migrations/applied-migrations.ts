import type pg from "pg";

/*
 * `_prisma_migrations`: which migrations a database has had, exactly as Prisma Migrate keeps it, so that `prisma migrate deploy`
 * reads what we write and we what it wrote. Times are the database's.
 */

export type AppliedMigration = {
  name: string;
  checksum: string;
  startedAt: Date;
  /** `unfinished` of one that failed or was cut short, and of which something may be left. */
  state: "applied" | "unfinished" | "rolled back";
};

const TABLE = `
  CREATE TABLE _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
  )`;

const OTHER_TABLES = `
  SELECT FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT EXISTS
    (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e') LIMIT 1`;

/**
 * Makes the table where there is none.
 * @throws Error when the database holds tables nevertheless: they are somebody else's
 */
export async function ensureTable(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT WHERE to_regclass('_prisma_migrations') IS NOT NULL");
  if (rowCount === 1) return;
  const others = await client.query(OTHER_TABLES);
  if (others.rowCount !== 0)
    throw new Error("it holds tables of something else; TalentFlow needs a database of its own");
  await client.query(TABLE);
}

export async function listApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(`
    SELECT migration_name AS name, checksum, started_at AS "startedAt",
      CASE WHEN rolled_back_at IS NOT NULL THEN 'rolled back' WHEN finished_at IS NULL THEN 'unfinished' ELSE 'applied' END AS state
    FROM _prisma_migrations`);
  return rows;
}

/**
 * Notes how a migration stands, in place of its earlier tries that did not succeed.
 * @param more.startedAt when this try began; by default with the transaction that this is called in
 * @param more.logs why it failed
 * @returns when it began
 */
export async function note(
  client: pg.Client,
  { name, checksum }: { name: string; checksum: string },
  state: AppliedMigration["state"],
  { startedAt, logs }: { startedAt?: Date; logs?: string } = {},
): Promise<Date> {
  const { rows } = await client.query<{ began: Date }>(NOTE, [name, checksum, state, startedAt, logs]);
  return (rows as [{ began: Date }])[0].began;
}

const NOTE = `
  WITH earlier AS (DELETE FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NULL)
  INSERT INTO _prisma_migrations (id, migration_name, checksum, started_at, finished_at, rolled_back_at, logs, applied_steps_count)
  VALUES (gen_random_uuid(), $1, $2, coalesce($4, now()), CASE $3 WHEN 'applied' THEN clock_timestamp() END,
    CASE $3 WHEN 'rolled back' THEN clock_timestamp() END, $5, CASE $3 WHEN 'applied' THEN 1 ELSE 0 END)
  RETURNING started_at AS began`;
