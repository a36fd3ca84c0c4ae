import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ownDatabaseFolder } from "../db/own-database.ts";
import { env } from "../env.ts";
import { startPostgres } from "../runtime/postgres/embedded-postgres.ts";
import { roomForWriting } from "./room-for-writing.ts";

const FULL = { code: "storage_full", retryAfterSeconds: 30 };

test("writing is refused while less is left than the database needs, and goes on once there is more", async () => {
  let [free, time] = [1_000, 0];
  const options = { folder: async () => "/data", freeBytes: async () => free, leaveBytes: 1_000, now: () => time };
  const assertRoom = roomForWriting(options);
  await assertRoom();
  free = 999;
  time = 100;
  await expect(assertRoom()).rejects.toMatchObject(FULL);
  free = 1_000;
  time = 200;
  await assertRoom();
});

test("a thousand writes at once ask the disk once", async () => {
  let [readings, time] = [0, 0];
  const freeBytes = async () => ++readings * 1e9;
  const assertRoom = roomForWriting({ folder: async () => "/data", freeBytes, now: () => time });
  await Promise.all(Array.from({ length: 1_000 }, assertRoom));
  expect(readings).toBe(1);
  time = 99;
  await assertRoom();
  expect(readings).toBe(1);
  time = 100;
  await assertRoom();
  expect(readings).toBe(2);
});

test("a disk that cannot be asked is told, and asked again", async () => {
  let time = 0;
  const freeBytes = async () => {
    if (time === 0) throw new Error("EIO");
    return 1e9;
  };
  const assertRoom = roomForWriting({ folder: async () => "/data", freeBytes, now: () => time });
  await expect(assertRoom()).rejects.toThrow("EIO");
  time = 100;
  await assertRoom();
});

test("a database on somebody else's disk keeps its own reserve", async () => {
  await roomForWriting({ folder: async () => null, freeBytes: async () => 0 })();
  expect(await ownDatabaseFolder()).toBeNull(); // the tests' database is in another folder
});

test("the embedded database is known by its lock file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "own-database-"));
  const settings = env();
  const before = { dataDir: settings.dataDir, database: settings.database };
  const postgres = await startPostgres(join(folder, "data"));
  try {
    Object.assign(settings, { dataDir: join(folder, "data"), database: { kind: "external", url: postgres.url } });
    expect(await ownDatabaseFolder()).toBe(join(folder, "data", "postgres"));
    Object.assign(settings, { database: { kind: "external", url: "postgresql://me@db.example.com/x" } });
    expect(await ownDatabaseFolder()).toBeNull();
  } finally {
    Object.assign(settings, before);
    await postgres.stop();
    await rm(folder, { recursive: true });
  }
});
