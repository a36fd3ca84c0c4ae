import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "../cli/embedded-postgres.ts";
import { migrate } from "./migrate.ts";
import { diffSchemas, MIGRATIONS_DIR, readSchema } from "./schema-engine.ts";

const folder = mkdtempSync(join(tmpdir(), "talentflow-migrate-"));
let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres(join(folder, "data"));
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An empty database of the test's own. */
async function emptyDatabase(name: string): Promise<string> {
  await run(postgres.url, `CREATE DATABASE "${name}"`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A copy of the migrations folder with one more migration in it. */
async function migrationsWith(name: string, sql: string): Promise<string> {
  const copy = join(folder, name);
  await cp(MIGRATIONS_DIR, copy, { recursive: true });
  mkdirSync(join(copy, `29990101000000_${name}`));
  writeFileSync(join(copy, `29990101000000_${name}`, "migration.sql"), sql);
  return copy;
}

const STRUCTURE = `
  SELECT 'column ' || table_name || '.' || column_name AS item,
         concat_ws(' ', data_type, udt_name, is_nullable, column_default) AS detail
    FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     AND table_name NOT IN (SELECT table_name FROM information_schema.views)
  UNION ALL
  SELECT 'index ' || indexname, indexdef FROM pg_indexes
   WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT 'constraint ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
  UNION ALL
  SELECT 'enum ' || typname, string_agg(enumlabel, ',' ORDER BY enumsortorder)
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
  ORDER BY 1, 2`;

test("the migrations folder arrives at the schema", async () => {
  const migrated = await emptyDatabase("migrated");
  const direct = await emptyDatabase("direct");
  await migrate(migrated);
  await run(direct, (await diffSchemas(direct, null, await readSchema())) ?? "");
  expect(await run(migrated, STRUCTURE)).toEqual(await run(direct, STRUCTURE));
});

test("two processes that start at once apply every migration once", async () => {
  const url = await emptyDatabase("twice");
  const [first, second] = await Promise.all([migrate(url), migrate(url)]);
  const applied = [...first, ...second];
  expect(applied.length).toBeGreaterThan(0);
  expect(new Set(applied).size).toBe(applied.length);
  expect(await migrate(url)).toEqual([]);
});

test("a migration that fails names itself, leaves nothing behind and is tried again once mended", async () => {
  const url = await emptyDatabase("mended");
  const broken = await migrationsWith("broken", "CREATE TABLE half (id int);\nALTER TABLE absent ADD b int;");
  await expect(migrate(url, broken)).rejects.toThrow(/^The migration 29990101000000_broken failed: .*absent/);
  expect(await run(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);

  writeFileSync(join(broken, "29990101000000_broken", "migration.sql"), "CREATE TABLE whole (id int);");
  expect(await migrate(url, broken)).toEqual(["29990101000000_broken"]);
});

test("a semicolon within a comment or a function is part of it", async () => {
  const url = await emptyDatabase("semicolons");
  const sql = "-- one; two\nCREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END; $$;";
  await migrate(url, await migrationsWith("semicolons", sql));
  expect(await run(url, "SELECT two()")).toEqual([{ two: 2 }]);
});
