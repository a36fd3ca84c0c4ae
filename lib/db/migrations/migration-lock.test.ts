import { expect, test } from "vitest";
import { emptyDatabase, maintenanceUrl, migrationsFolder, run } from "../../testing/database/migrations.ts";
import { withOwnConnection } from "../own-connection.ts";
import { migrate } from "./migrate.ts";

const PRISMAS_LOCK = 72_707_369;

test("whoever finds another at it says so once, waits, and goes on", async () => {
  const url = await emptyDatabase();
  const migrationsDir = migrationsFolder({ "1_first": "CREATE TABLE first (id int);" });
  const said: string[] = [];
  let waiting: Promise<string[]> | undefined;
  await withOwnConnection(url, async (prisma) => {
    await prisma.query("SELECT pg_advisory_lock($1)", [PRISMAS_LOCK]);
    waiting = migrate(url, { migrationsDir, say: (line) => said.push(line) });
    await expect.poll(() => said).toEqual(["Another process migrates the database; waiting for it …"]);
  });
  expect(await waiting).toEqual(["1_first"]);
  expect(said).toHaveLength(1);
});

test("nobody waits for ever", async () => {
  const url = await emptyDatabase();
  await withOwnConnection(url, async (other) => {
    await other.query("SELECT pg_advisory_lock($1)", [PRISMAS_LOCK]);
    await expect(migrate(url, { lockWaitMs: 500 })).rejects.toThrow(
      "The database could not be migrated: another process has kept it locked for 0.5 s",
    );
  });
});

test("after a failure nothing is locked", async () => {
  const url = await emptyDatabase();
  const migrationsDir = migrationsFolder({ "1_first": "SELECT 1/0;" });
  await expect(migrate(url, { migrationsDir })).rejects.toThrow("division by zero");
  expect(
    await run(
      url,
      "SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
    ),
  ).toEqual([]);
});

test("a limit that the server gives its statements does not end a migration", async () => {
  const url = await emptyDatabase();
  await setFor(url, "statement_timeout = '1s'");
  const migrationsDir = migrationsFolder({ "1_slow": "SELECT pg_sleep(1.5);" });
  expect(await migrate(url, { migrationsDir })).toEqual(["1_slow"]);
});

test("an index is built beside the lock whatever the server's habit with transactions", async () => {
  const url = await emptyDatabase();
  await setFor(url, "default_transaction_isolation = 'serializable'");
  const index = "CREATE INDEX CONCURRENTLY first_id ON first (id);";
  const migrationsDir = migrationsFolder({ "1_first": "CREATE TABLE first (id int);", "2_index": index });
  expect(await migrate(url, { migrationsDir })).toEqual(["1_first", "2_index"]);
});

async function setFor(url: string, setting: string): Promise<void> {
  await run(maintenanceUrl(), `ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET ${setting}`);
}

test("an owner that is no superuser migrates", async () => {
  const role = `owner_${Date.now()}`;
  await run(maintenanceUrl(), `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
  const url = new URL(await emptyDatabase(`OWNER ${role}`));
  Object.assign(url, { username: role, password: "secret" });
  expect(await migrate(url.href)).not.toEqual([]);
  expect(await run(url.href, "SELECT tableowner FROM pg_tables WHERE tablename = '_prisma_migrations'")).toEqual([
    { tableowner: role },
  ]);
});
