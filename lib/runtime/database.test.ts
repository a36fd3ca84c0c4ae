import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { disconnect } from "../db/client.ts";
import { talentflow } from "../testing/command.ts";
import { testOrganization, testTemplate } from "../testing/database/database.ts";
import { findRunning, startPostgres } from "./postgres/embedded-postgres.ts";

const dataDir = join(inject("testFolder"), "command-data");
const environment = { DATABASE_URL: undefined, DATA_DIR: dataDir };

test("a command that finds no server starts one, and leaves none behind", async () => {
  const migrated = await talentflow(["migrate", "--json"], { environment });
  expect(migrated).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(migrated.stdout).applied).toContainEqual(expect.stringMatching(/_init$/));
  expect(await findRunning(dataDir)).toBeNull();
  expect(existsSync(join(dataDir, "run.json"))).toBe(false);

  const again = await talentflow(["migrate"], { environment });
  expect(again.stdout).toBe("The database is up to date.\n");

  const tooEarly = await talentflow(["api-key", "list"], { environment });
  expect(tooEarly).toMatchObject({ code: 1, stderr: expect.stringContaining("Run `npm start` once") });
});

test("beside a running server a command uses that one and lets it run", async () => {
  const postgres = await startPostgres(dataDir);
  onTestFinished(async () => {
    await disconnect();
    await postgres.stop();
  });
  process.env.DATABASE_URL = postgres.url;
  const actor = await testOrganization();
  await testTemplate(actor);

  const person = ["--name", "Ada", "--email", "ada@example.com"];
  const invited = await talentflow(["invite", ...person, "--json"], { environment });
  expect(invited).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(invited.stdout)).toMatchObject({ candidate_id: 1 });
  expect(await findRunning(dataDir)).toMatchObject({ pid: postgres.pid });
});

test("an address where no database answers is one line, and so is a malformed one", async () => {
  const away = { DATABASE_URL: "postgresql://nobody@127.0.0.1:9/nothing" };
  const unreachable = await talentflow(["api-key", "list"], { environment: away });
  expect(unreachable).toMatchObject({ code: 1, stdout: "" });
  expect(unreachable.stderr).toMatch(/^talentflow: [^\n]*\n$/);

  const malformed = { DATABASE_URL: "mysql://nobody", PORT: "many" };
  expect(await talentflow(["api-key", "list"], { environment: malformed })).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^talentflow: PORT must be .*; DATABASE_URL must look like .*\n$/),
  });
});
