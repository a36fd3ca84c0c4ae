import { afterAll, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { expectMigrations } from "../db/migrations/expected-migrations.ts";
import { presentChecks } from "../http/present-checks.ts";
import { testDatabase } from "../testing/database/database.ts";
import { checkReady } from "./check-health.ts";
import { startDraining } from "./draining.ts";

await testDatabase();
afterAll(() => expectMigrations([]));

const READY = { running: true, database: true, schema: true, storage: true };

test("a web process is ready with a database that has its tables, and without any worker", async () => {
  const applied = await db().$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations`;
  expectMigrations(applied.slice(1).map(({ name }) => name)); // the database may be ahead
  expect(await checkReady()).toEqual(READY);
});

test("a web process is not ready before the database has had its migrations", async () => {
  expectMigrations(["29990101000000_of_tomorrow"]);
  expect(await checkReady()).toEqual({ ...READY, schema: false });
});

test("a web process that was told to stop is not ready", async () => {
  expectMigrations([]);
  startDraining();
  expect(await checkReady()).toEqual({ ...READY, running: false });
});

test("what can be done without is told and refuses nothing", async () => {
  const away = presentChecks({ database: true, worker: false }, "Interviews go on.", { dispensable: ["worker"] });
  expect(away.status).toBe(200);
  expect(await away.json()).toEqual({
    success: true,
    message: "Interviews go on.",
    checks: { database: true, worker: false },
  });
  const refused = presentChecks({ database: false, worker: false }, "Interviews go on.", { dispensable: ["worker"] });
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("5");
  expect(await refused.json()).toMatchObject({ error: { code: "unavailable", issues: [{ path: "database" }] } });
});
