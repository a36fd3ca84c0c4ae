import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { emptyDatabase, migrationsFolder, run, writeMigration } from "../../testing/database/migrations.ts";
import { prismaDeploy } from "../../testing/database/prisma.ts";
import { withOwnConnection } from "../own-connection.ts";
import { migrate } from "./migrate.ts";

/* A migration that does not come to its end, and what the next start makes of it. */

type Row = { migration_name: string; state: string; logs: string | null };

const rowsOf = (url: string) =>
  run<Row>(
    url,
    `SELECT migration_name, logs,
       concat_ws(' ', CASE WHEN finished_at IS NOT NULL THEN 'finished' END, CASE WHEN rolled_back_at IS NOT NULL THEN 'rolled back' END) AS state
     FROM _prisma_migrations ORDER BY started_at`,
  );

/** A process that migrates, until it has begun what it will not finish before it is killed. */
async function killedWhile(url: string, migrationsDir: string, busy: string): Promise<void> {
  const script = `await (await import(${JSON.stringify(new URL("./migrate.ts", import.meta.url))})).migrate(${JSON.stringify(url)}, ${JSON.stringify({ migrationsDir })})`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const asleep = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%${busy}%' AND state = 'active' AND pid <> pg_backend_pid()`;
  await expect.poll(() => run(url, asleep), { timeout: 25_000 }).toHaveLength(1);
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("a process that is killed in the middle of a migration leaves nothing of it, and the next one goes on", async () => {
  const url = await emptyDatabase();
  const second = "CREATE TABLE second (id int); INSERT INTO first VALUES (1); SELECT pg_sleep(2);";
  const folder = migrationsFolder({ "1_first": "CREATE TABLE first (id int);", "2_second": second });
  await killedWhile(url, folder, "pg_sleep");
  expect(await rowsOf(url)).toEqual([{ migration_name: "1_first", state: "finished", logs: null }]);
  expect(await migrate(url, { migrationsDir: folder })).toEqual(["2_second"]); // once PostgreSQL is done with the dead one's
  expect(await run(url, "SELECT id FROM first")).toEqual([{ id: 1 }]);
});

test("a migration that fails says where, and is noted once, however often it is tried", async () => {
  const url = await emptyDatabase();
  const folder = migrationsFolder({ "1_first": "CREATE TABLE first (id int);\n\nALTER TABLE absent\n  ADD b int;" });
  for (let tries = 0; tries < 3; tries++) {
    await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow(
      'The migration 1_first failed: relation "absent" does not exist; nothing of it was kept.',
    );
  }
  const failed = { migration_name: "1_first", state: "rolled back", logs: 'relation "absent" does not exist' };
  expect(await rowsOf(url)).toEqual([failed]);

  writeMigration(folder, "1_first", "CREATE TABLE first (id int);\n\nSELEC 1;");
  await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow(/syntax error at or near "SELEC" \(line 3\);/);
  writeMigration(folder, "1_first", "CREATE TABLE first (id int);");
  expect(await migrate(url, { migrationsDir: folder })).toEqual(["1_first"]);
  expect(await rowsOf(url)).toEqual([{ migration_name: "1_first", state: "finished", logs: null }]);
});

test("what is checked only at the end of a transaction fails its own migration", async () => {
  const url = await emptyDatabase();
  const sql =
    "CREATE TABLE first (id int PRIMARY KEY, other int REFERENCES first DEFERRABLE INITIALLY DEFERRED); INSERT INTO first VALUES (1, 2);";
  const folder = migrationsFolder({ "1_first": sql });
  await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow(
    /1_first failed: .*foreign key.*; nothing of it was kept/,
  );
  expect(await run(url, "SELECT to_regclass('first') AS first")).toEqual([{ first: null }]);
});

test("a table that something else goes on using is not waited for for ever", async () => {
  const url = await emptyDatabase();
  await run(url, "CREATE SCHEMA other; CREATE TABLE other.busy (id int);");
  const sql = "SET LOCAL lock_timeout = '100ms'; ALTER TABLE other.busy ADD b int;"; // sooner than the 30 s of every migration
  const migrationsDir = migrationsFolder({ "1_first": sql });
  await withOwnConnection(url, async (reader) => {
    await reader.query("BEGIN; SELECT FROM other.busy");
    await expect(migrate(url, { migrationsDir })).rejects.toThrow(
      "The migration 1_first failed: something else went on using a table that it changes; nothing of it was kept.",
    );
  });
  expect(await migrate(url, { migrationsDir })).toEqual(["1_first"]);
});

test("a folder without its file is named", async () => {
  const migrationsDir = migrationsFolder({ "1_first": "SELECT 1;" });
  rmSync(join(migrationsDir, "1_first", "migration.sql"));
  await expect(migrate(await emptyDatabase(), { migrationsDir })).rejects.toThrow(/could not be migrated: .*1_first/);
});

test("a migration that ends its transaction is told that it must not", async () => {
  const url = await emptyDatabase();
  for (const sql of ["CREATE TABLE a (id int); COMMIT;", "CREATE TABLE b (id int); COMMIT; BEGIN; SELECT 1/0;"]) {
    const migrationsDir = migrationsFolder({ "1_first": sql });
    await expect(migrate(url, { migrationsDir })).rejects.toThrow(/ends the transaction/);
  }
});

const INDEX = "CREATE UNIQUE INDEX CONCURRENTLY first_id ON first (id);";

test("what PostgreSQL does outside a transaction only is done there, also while another process waits", async () => {
  const url = await emptyDatabase();
  const folder = migrationsFolder({
    "1_first": "CREATE TABLE first (id int);",
    "2_index": `-- Without a pause.\n${INDEX}`,
  });
  const [one, other] = await Promise.all([
    migrate(url, { migrationsDir: folder }),
    migrate(url, { migrationsDir: folder }),
  ]);
  expect([...one, ...other].sort()).toEqual(["1_first", "2_index"]);
  expect(await rowsOf(url)).toMatchObject([{ state: "finished" }, { migration_name: "2_index", state: "finished" }]);
  expect(await prismaDeploy(url, folder)).toEqual([]);
});

test("an index that could not be built is told, and is built anew once its rows allow it", async () => {
  const url = await emptyDatabase();
  const first = "CREATE TABLE first (id int); INSERT INTO first VALUES (1), (1);";
  const folder = migrationsFolder({ "1_first": first, "2_index": INDEX });
  await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow(
    'The migration 2_index failed: could not create unique index "first_id"; part of it may have been kept.',
  );
  expect((await rowsOf(url))[1]).toEqual({
    migration_name: "2_index",
    state: "",
    logs: expect.stringContaining("first_id"),
  });
  await expect(prismaDeploy(url, folder)).rejects.toThrow(/failed migrations/);

  await run(url, "DELETE FROM first");
  const said: string[] = [];
  expect(await migrate(url, { migrationsDir: folder, say: (line) => said.push(line) })).toEqual(["2_index"]);
  expect(said).toEqual([expect.stringMatching(/2_index, begun at .* was not finished; trying it again/)]);
  expect(await run(url, "SELECT FROM pg_index WHERE indexrelid = 'first_id'::regclass AND indisvalid")).toHaveLength(1);
});

test("a process that is killed while it builds an index is followed by one that builds it", async () => {
  const url = await emptyDatabase();
  const folder = migrationsFolder({ "1_first": "CREATE TABLE first (id int);" });
  await migrate(url, { migrationsDir: folder });
  writeMigration(folder, "2_index", INDEX);
  await withOwnConnection(url, async (writer) => {
    await writer.query("BEGIN; INSERT INTO first VALUES (1)"); // the index waits for it to end
    await killedWhile(url, folder, "CONCURRENTLY");
    await run(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE UNIQUE INDEX%' AND datname = current_database()",
    );
  });
  expect(await rowsOf(url)).toMatchObject([{}, { migration_name: "2_index", state: "", logs: null }]);
  expect(await run(url, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'first_id'::regclass")).toEqual([
    { indisvalid: false },
  ]);
  expect(await migrate(url, { migrationsDir: folder })).toEqual(["2_index"]);
  expect(await run(url, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'first_id'::regclass")).toEqual([
    { indisvalid: true },
  ]);
});

test("such a statement among others is told to stand alone, and nothing is kept", async () => {
  const url = await emptyDatabase();
  const folder = migrationsFolder({ "1_first": `CREATE TABLE first (id int); ${INDEX}` });
  await expect(migrate(url, { migrationsDir: folder })).rejects.toThrow(/the only one of its file/);
  expect(await run(url, "SELECT to_regclass('first') AS first")).toEqual([{ first: null }]);
});
