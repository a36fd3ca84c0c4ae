import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { testDatabase } from "../testing/database/database.ts";
import { db, disconnect, transaction } from "./client.ts";
import { databaseFault } from "./fault.ts";
import { limitStatements } from "./statement-limit.ts";

const { url } = await testDatabase();
afterEach(async () => {
  limitStatements(null);
  await disconnect();
});

const thrown = (work: () => Promise<unknown>): Promise<unknown> =>
  work().then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

test("a statement that takes longer than the limit is cancelled, and told as too slow", async () => {
  limitStatements(100);
  const error = await thrown(() => db().$queryRaw`SELECT pg_sleep(5)::text`);
  expect(databaseFault(error)).toBe("too_slow");
  expect(await db().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
});

test("without a limit a statement may take its time", async () => {
  limitStatements(null);
  expect(await db().$queryRaw`SHOW statement_timeout`).toEqual([{ statement_timeout: "0" }]);
});

test("a connection that ends in the middle of a statement is told as away", async () => {
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  const [row] = await db().$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
  const error = thrown(() => transaction((tx) => tx.$queryRaw`SELECT pg_sleep(5)::text`));
  await expect
    .poll(async () => {
      const found = await other.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(5)%' AND pid <> pg_backend_pid()",
      );
      return found.rowCount;
    })
    .toBeGreaterThan(0);
  expect(row?.pid).toBeGreaterThan(0);
  expect(databaseFault(await error)).toBe("away");
  await other.end();
});

test("two transactions that wait for each other are told as a conflict", async () => {
  await db().$executeRaw`CREATE TABLE locked (id int PRIMARY KEY, n int)`;
  await db().$executeRaw`INSERT INTO locked VALUES (1, 0), (2, 0)`;
  const both = Promise.withResolvers<void>();
  let waiting = 0;
  const turn = (first: number, second: number) =>
    transaction(async (tx) => {
      await tx.$executeRaw`UPDATE locked SET n = n + 1 WHERE id = ${first}`;
      waiting += 1;
      if (waiting === 2) both.resolve();
      await both.promise;
      await tx.$executeRaw`UPDATE locked SET n = n + 1 WHERE id = ${second}`;
    });
  const results = await Promise.allSettled([turn(1, 2), turn(2, 1)]);
  const failed = results.filter((result) => result.status === "rejected");
  expect(failed.map(({ reason }) => databaseFault(reason))).toEqual(["conflict"]);
});

test.each([
  ["53100", "full"],
  ["53200", "away"],
  ["53300", "away"],
  ["57P01", "away"],
  ["57P03", "away"],
  ["08006", "away"],
  ["25006", "away"],
  ["57014", "too_slow"],
  ["23505", null],
  ["42P01", null],
  ["22P02", null],
])("what PostgreSQL calls %s is %s", async (code, fault) => {
  const raise = `DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${code}'; END $$`;
  expect(databaseFault(await thrown(() => db().$executeRawUnsafe(raise)))).toBe(fault);
  expect(databaseFault(await thrown(() => transaction((tx) => tx.$executeRawUnsafe(raise))))).toBe(fault);
  const direct = new pg.Client({ connectionString: url });
  await direct.connect();
  expect(databaseFault(await thrown(() => direct.query(raise)))).toBe(fault);
  await direct.end();
});

test("nobody listens where the database should be: away", async () => {
  const nowhere = new pg.Client({ host: "127.0.0.1", port: 1 });
  nowhere.on("error", () => undefined);
  expect(databaseFault(await thrown(() => nowhere.connect()))).toBe("away");
});

test.each([
  null,
  undefined,
  "ECONNREFUSED",
  7,
  new Error("Connection lost"),
  Object.assign(new Error("aborted"), { code: "ECONNRESET" }),
])("%s says nothing of the database", (error) => {
  expect(databaseFault(error)).toBeNull();
});
