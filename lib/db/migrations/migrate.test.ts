import { expect, test } from "vitest";
import { emptyDatabase, migrationsUpTo, run, writeMigration } from "../../testing/database/migrations.ts";
import { migrate } from "./migrate.ts";
import { diffSchemas, readSchema } from "./schema-engine.ts";

/** The product's migrations with one more. */
async function migrationsWith(name: string, sql: string): Promise<string> {
  const folder = await migrationsUpTo();
  writeMigration(folder, `29990101000000_${name}`, sql);
  return folder;
}

const STRUCTURE = `
  SELECT 'column ' || table_name || '.' || column_name AS item,
         concat_ws(' ', data_type, udt_name, is_nullable, column_default) AS detail
    FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
     AND table_name NOT IN (SELECT table_name FROM information_schema.views)
  UNION ALL
  SELECT 'index ' || indexname, indexdef FROM pg_indexes
   WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' AND indexname NOT LIKE '%_trgm' -- of an extension, where there is one
  UNION ALL
  SELECT 'constraint ' || conname, pg_get_constraintdef(oid) FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
     AND contype <> 'c' -- a schema of Prisma's has no words for checks
  UNION ALL
  SELECT 'enum ' || typname, string_agg(enumlabel, ',' ORDER BY enumsortorder)
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname
  ORDER BY 1, 2`;

test("the migrations folder arrives at the schema", async () => {
  const migrated = await emptyDatabase();
  const direct = await emptyDatabase();
  await migrate(migrated);
  await run(direct, (await diffSchemas(direct, null, await readSchema())) ?? "");
  expect(await run(migrated, STRUCTURE)).toEqual(await run(direct, STRUCTURE));
});

test("two processes that start at once apply every migration once", async () => {
  const url = await emptyDatabase();
  const [first, second] = await Promise.all([migrate(url), migrate(url)]);
  const applied = [...first, ...second];
  expect(applied.length).toBeGreaterThan(0);
  expect(new Set(applied).size).toBe(applied.length);
  expect(await migrate(url)).toEqual([]);
});

test("a migration that fails names itself, leaves nothing behind and is tried again once mended", async () => {
  const url = await emptyDatabase();
  const broken = await migrationsWith("broken", "CREATE TABLE half (id int);\nALTER TABLE absent ADD b int;");
  await expect(migrate(url, { migrationsDir: broken })).rejects.toThrow(
    /^The migration 29990101000000_broken failed: .*absent/,
  );
  expect(await run(url, "SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);

  writeMigration(broken, "29990101000000_broken", "CREATE TABLE whole (id int);");
  expect(await migrate(url, { migrationsDir: broken })).toEqual(["29990101000000_broken"]);
});

test("a semicolon within a comment or a function is part of it", async () => {
  const url = await emptyDatabase();
  const sql = "-- one; two\nCREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2; END; $$;";
  await migrate(url, { migrationsDir: await migrationsWith("semicolons", sql) });
  expect(await run(url, "SELECT two()")).toEqual([{ two: 2 }]);
});

test("sessions under way at the upgrade keep what they have used", async () => {
  const url = await emptyDatabase();
  const before = await migrationsUpTo("20261129112315");
  await migrate(url, { migrationsDir: before });
  await run(
    url,
    `INSERT INTO organizations (id, name) VALUES ('${id(1)}', 'Old');
     INSERT INTO templates (id, organization_id, name, role_title) VALUES ('${id(2)}', '${id(1)}', 'T', 'T');
     INSERT INTO candidates (id, organization_id, name, email) VALUES (1, '${id(1)}', 'Ada', 'ada@example.com');
     INSERT INTO interviews (id, organization_id, candidate_id, template_id, token, expires_at)
       SELECT uuid, '${id(1)}', 1, '${id(2)}', gen_random_uuid(), now() + interval '1 day' FROM unnest('{${id(3)},${id(4)}}'::uuid[]) uuid;
     INSERT INTO sessions (id, organization_id, interview_id, candidate_id, recording_config, status, ended_at) VALUES
       ('${id(5)}', '${id(1)}', '${id(3)}', 1, '{}', 'active', NULL), ('${id(6)}', '${id(1)}', '${id(4)}', 1, '{}', 'completed', now() - interval '1 year');
     INSERT INTO recordings (session_id) VALUES ('${id(5)}'), ('${id(6)}');
     INSERT INTO questions (id, session_id, position, text, type, difficulty, avatar, metadata)
       VALUES ('${id(7)}', '${id(5)}', 1, 'Why?', 'general', 'medium', 'default', '{"a": 1}');
     INSERT INTO session_events (session_id, kind, code, message) VALUES ('${id(5)}', 'technical_issue', 'x', 'x'), ('${id(5)}', 'log', 'x', 'x');
     INSERT INTO segments (id, session_id, index, client_key, mime_type, closed_parts) VALUES
       ('${id(8)}', '${id(5)}', 0, 'a', 'video/webm', 3), ('${id(9)}', '${id(5)}', 1, 'b', 'video/webm', NULL);
     INSERT INTO parts (segment_id, seq, "offset", length, sha256, storage_key) VALUES
       ('${id(8)}', 0, 0, 100, 'x', 'x'), ('${id(9)}', 0, 0, 10, 'x', 'x'), ('${id(9)}', 6, 0, 1, 'x', 'x');`,
  );
  await migrate(url);
  const [session] = await run(url, `SELECT * FROM sessions WHERE id = '${id(5)}'`);
  expect(session).toMatchObject({ issue_count: 1, log_count: 1, text_bytes: 4, metadata_bytes: 2 + 8, quota: {} });
  const spans = await run(url, "SELECT part_span FROM segments ORDER BY index");
  expect(spans).toEqual([{ part_span: 3 }, { part_span: 7 }]);
  const recordings = await run(url, "SELECT part_span, received_bytes FROM recordings ORDER BY session_id");
  expect(recordings).toEqual([
    { part_span: 10, received_bytes: "111" },
    { part_span: 0, received_bytes: "0" },
  ]);
  expect(await run(url, "SELECT name, done_at FROM upkeep_tasks WHERE name = 'find_part_conflicts'")).toEqual([
    { name: "find_part_conflicts", done_at: null },
  ]);
});

function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}
