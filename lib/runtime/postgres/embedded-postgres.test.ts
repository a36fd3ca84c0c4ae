import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, afterEach, expect, test } from "vitest";
import { grantToApplication } from "../../db/application-role.ts";
import { checkDatabase } from "../preflight.ts";
import { findRunning, type Postgres, startPostgres } from "./embedded-postgres.ts";

// A path with a space in it, as people have them.
const folder = mkdtempSync(join(tmpdir(), "talentflow postgres "));
let running: Postgres | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(name: string, options: { port?: number } = {}): Promise<Postgres> {
  running = await startPostgres(join(folder, name), options);
  return running;
}

const addressesOf = ({ url, appUrl, pid }: Postgres) => ({ url, appUrl, pid });

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined); // the server may be killed under it
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("what was committed survives kill -9, and the next start comes up on the same port when asked", async () => {
  const first = await start("killed");
  await run(first.url, "CREATE TABLE kept (word text)");
  await run(first.url, "INSERT INTO kept VALUES ('every word')");
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  expect(await findRunning(join(folder, "killed"))).toBeNull();

  const second = await start("killed", { port: first.port });
  expect(second.url).toBe(first.url);
  expect(await run(second.url, "SELECT word FROM kept")).toEqual([{ word: "every word" }]);
});

test("a server that an earlier process left is found by others and replaced by the next start", async () => {
  const dataDir = join(folder, "left");
  const first = await start("left");
  expect(await findRunning(dataDir)).toEqual(addressesOf(first));
  expect(await findRunning(join(folder, "elsewhere"))).toBeNull();

  const second = await start("left");
  await first.exited;
  expect(await findRunning(dataDir)).toEqual(addressesOf(second));
});

test("a lock file that names somebody else's process is no obstacle, and that process is left alone", async () => {
  const dataDir = join(folder, "reused");
  await (await start("reused")).stop();
  const lock = `${process.pid}\n${join(dataDir, "postgres")}\n0\n1\n\n127.0.0.1\n0 0\nready\n`;
  writeFileSync(join(dataDir, "postgres", "postmaster.pid"), lock);
  expect(await findRunning(dataDir)).toBeNull();
  await start("reused");
});

test("it is set up for us: UTF-8, UTC, durable, on this machine alone", async () => {
  const { url } = await start("settings");
  const names = ["server_encoding", "TimeZone", "fsync", "listen_addresses"];
  const rows = await run(url, `SELECT ${names.map((name) => `current_setting('${name}') AS "${name}"`).join(", ")}`);
  expect(rows).toEqual([{ server_encoding: "UTF8", TimeZone: "UTC", fsync: "on", listen_addresses: "127.0.0.1" }]);
});

test("the password is needed, and nobody else can read it or the log", async () => {
  const { url } = await start("settings");
  const wrong = new URL(url);
  wrong.password = "guessed";
  await expect(run(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  for (const name of ["postgres-password", "postgres-app-password", "postgres.log"]) {
    expect(statSync(join(folder, "settings", name)).mode & 0o077).toBe(0);
  }
});

test("a statement that fails leaves none of its values in the log", async () => {
  const { url } = await start("settings");
  await run(url, "CREATE TABLE answers (text text PRIMARY KEY)");
  await run(url, "INSERT INTO answers VALUES ('a secret answer')");
  await expect(run(url, "INSERT INTO answers VALUES ('a secret answer')")).rejects.toThrow("duplicate key");
  await expect(run(url, "SELECT 'a secret answer'::uuid")).rejects.toThrow("uuid");
  expect(readFileSync(join(folder, "settings", "postgres.log"), "utf8")).not.toContain("secret");
});

test("the application is no superuser, keeps its password from start to start, and reaches nothing but rows", async () => {
  const before = await start("settings");
  await before.stop();
  const { url, appUrl, port } = await start("settings");
  expect(new URL(appUrl).password).toBe(new URL(before.appUrl).password);
  await run(url, "CREATE TABLE IF NOT EXISTS rows_of_ours (word text)");
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await grantToApplication(owner).finally(() => owner.end());
  expect(await run(appUrl, "SELECT current_user AS who, current_setting('is_superuser') AS superuser")).toEqual([
    { who: "talentflow_app", superuser: "off" },
  ]);
  expect(await checkDatabase(appUrl)).toBe(false); // nothing to warn of
  expect(await checkDatabase(url)).toBe(true);
  await run(appUrl, "INSERT INTO rows_of_ours VALUES ('a')");
  for (const sql of [
    "COPY rows_of_ours TO PROGRAM 'id'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT * FROM pg_authid",
    "CREATE ROLE more SUPERUSER",
    "ALTER SYSTEM SET fsync = off",
    "DROP TABLE rows_of_ours",
    "SET ROLE talentflow",
  ]) {
    await expect(run(appUrl, sql), sql).rejects.toThrow(/permission denied|must be owner/);
  }
  expect(port).toBeGreaterThan(0);
});

test("a queue that an earlier release made as the owner is the application's after the next start", async () => {
  const first = await start("queue");
  const earlier = new PgBoss({ connectionString: first.url, schedule: false, supervise: false });
  await earlier.start();
  await earlier.createQueue("old");
  await earlier.stop({ graceful: false });
  await first.stop();
  const { appUrl } = await start("queue");
  const now = new PgBoss({ connectionString: appUrl, schedule: false, supervise: true });
  await now.start();
  await now.createQueue("new", { partition: true });
  await now.send("old", { word: "kept" });
  expect(await now.fetch("old")).toMatchObject([{ data: { word: "kept" } }]);
  await now.deleteQueue("old");
  await now.stop({ graceful: false });
  const rows = await run(
    appUrl,
    "SELECT relname FROM pg_class WHERE relnamespace = 'pgboss'::regnamespace AND relowner <> 'talentflow_app'::regrole",
  );
  expect(rows).toEqual([]);
});
