import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  emptyDatabase,
  migrationsFolder,
  migrationsUpTo,
  run,
  writeMigration,
} from "../../testing/database/migrations.ts";
import { prismaDeploy, prismaDiagnosis } from "../../testing/database/prisma.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS_DIR, migrationNames } from "./migrations-folder.ts";

/* Whoever migrates, we or `prisma migrate deploy`: the other accepts it and goes on from there. */

const NOTHING_TO_SAY = { history: null, failedMigrationNames: [], editedMigrationNames: [], hasMigrationsTable: true };

/** Everything that a migration can make, `_prisma_migrations` itself included. */
const EVERYTHING = `
  SELECT 'column ' || attrelid::regclass || '.' || attname AS item, attnum::text AS place,
         concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)) AS detail
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
  UNION ALL SELECT 'index ' || indexname, '', indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'view ' || viewname, '', definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT 'trigger ' || tgname || tgrelid::regclass, '', pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT 'constraint ' || conname, '', pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'routine ' || oid::regprocedure, '', pg_get_functiondef(oid)
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f' AND probin IS NULL
  UNION ALL SELECT 'enum ' || enumtypid::regtype, '', string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum GROUP BY enumtypid
  ORDER BY 1, 2, 3`;

const ROWS = `
  SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count, length(id) AS id, started_at <= finished_at AS in_order
  FROM _prisma_migrations ORDER BY migration_name`;

test("a database that we migrate is the one that Prisma makes, down to what it notes", async () => {
  const [ours, theirs] = [await emptyDatabase(), await emptyDatabase()];
  expect(await migrate(ours)).toEqual(await prismaDeploy(theirs));
  expect(await run(ours, EVERYTHING)).toEqual(await run(theirs, EVERYTHING));
  expect(await run(ours, ROWS)).toEqual(await run(theirs, ROWS));
});

test("Prisma finds nothing to do or to say after us, and we nothing after Prisma", async () => {
  const [ours, theirs] = [await emptyDatabase(), await emptyDatabase()];
  await migrate(ours);
  expect(await prismaDiagnosis(ours)).toEqual(NOTHING_TO_SAY);
  expect(await prismaDeploy(ours)).toEqual([]);

  await prismaDeploy(theirs);
  const said: string[] = [];
  expect(await migrate(theirs, { say: (line) => said.push(line) })).toEqual([]);
  expect(said).toEqual([]);
});

test("each goes on where the other stopped", async () => {
  const url = await emptyDatabase();
  const names = await migrationNames();
  const [first, third] = [names[8], names[20]] as [string, string];
  await prismaDeploy(url, await migrationsUpTo(first));
  expect(await migrate(url, { migrationsDir: await migrationsUpTo(third) })).toEqual(names.slice(9, 21));
  expect(await prismaDeploy(url)).toEqual(names.slice(21));
});

test("what failed under Prisma is tried again by us, and what failed under us by Prisma", async () => {
  const url = await emptyDatabase();
  const folder = migrationsFolder({ "1_first": "ALTER TABLE absent ADD b int;" });
  await expect(prismaDeploy(url, folder)).rejects.toThrow(/absent/);
  await expect(prismaDeploy(url, folder)).rejects.toThrow(/failed migrations/);
  writeMigration(folder, "1_first", "CREATE TABLE first (id int);");
  const said: string[] = [];
  expect(await migrate(url, { migrationsDir: folder, say: (line) => said.push(line) })).toEqual(["1_first"]);
  expect(said).toEqual([
    expect.stringMatching(/^The migration 1_first, begun at 2\S+Z, was not finished; trying it again\.$/),
  ]);

  writeMigration(folder, "2_second", "ALTER TABLE absent ADD b int;");
  await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow(/2_second/);
  writeMigration(folder, "2_second", "CREATE TABLE second (id int);");
  expect(await prismaDeploy(url, folder)).toEqual(["2_second"]);
  expect(await migrate(url, { migrationsDir: folder })).toEqual([]);
});

test("a migration that was changed after it had been applied is told by both and refused by neither", async () => {
  const url = await emptyDatabase();
  const folder = migrationsFolder({ "1_first": "CREATE TABLE first (id int);\n", "2_second": "SELECT 2;\n" });
  await migrate(url, { migrationsDir: folder });
  writeMigration(folder, "1_first", "CREATE TABLE first (id bigint);\n");
  expect(await prismaDiagnosis(url, folder)).toMatchObject({ editedMigrationNames: ["1_first"] });
  const said: string[] = [];
  expect(await migrate(url, { migrationsDir: folder, say: (line) => said.push(line) })).toEqual([]);
  expect(said).toEqual(["The migration 1_first was changed after it had been applied; the database stays as it is."]);
});

test("the line endings of another system are no change", async () => {
  const url = await emptyDatabase();
  const name = (await migrationNames())[0] as string;
  const sql = readFileSync(join(MIGRATIONS_DIR, name, "migration.sql"), "utf8");
  const [unix, windows] = [
    migrationsFolder({ [name]: sql }),
    migrationsFolder({ [name]: sql.replaceAll("\n", "\r\n") }),
  ];
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  await migrate(url, { migrationsDir: windows, say });
  expect(await migrate(url, { migrationsDir: unix, say })).toEqual([]);
  expect(await prismaDiagnosis(url, unix)).toEqual(NOTHING_TO_SAY);
  expect(said).toEqual([]);
});

test("a database that is ahead of the folder keeps what it has", async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const said: string[] = [];
  const behind = await migrationsUpTo((await migrationNames())[3]);
  expect(await migrate(url, { migrationsDir: behind, say: (line) => said.push(line) })).toEqual([]);
  expect(said).toEqual([]);
  expect(await prismaDiagnosis(url)).toEqual(NOTHING_TO_SAY);
});

test("tables of something else are left alone, as Prisma leaves them", async () => {
  const url = await emptyDatabase();
  await run(url, "CREATE TABLE other (id int)");
  await expect(prismaDeploy(url)).rejects.toThrow(/not empty/);
  await expect(migrate(url)).rejects.toThrow(
    "The database could not be migrated: it holds tables of something else; TalentFlow needs a database of its own",
  );
  expect(await run(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([
    { tablename: "other" },
  ]);
});
