import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../db/migrations/migrate.ts";
import { type Postgres, startPostgres } from "../../runtime/postgres/embedded-postgres.ts";

/*
 * One real PostgreSQL for a whole run of the tests. Its own database is migrated once and then only copied: a copy for
 * a test file takes a fraction of a second.
 */

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the migrated database that test files get copies of. */
    templateDatabaseUrl: string;
    /** A folder that the run may fill; it is removed with the cluster. */
    testFolder: string;
  }
}

let folder: string;
let postgres: Postgres | undefined;

export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "talentflow-test-"));
  postgres = await startPostgres(join(folder, "cluster"));
  await forgetOnPowerLoss(postgres.url);
  await migrate(postgres.url);
  project.provide("templateDatabaseUrl", postgres.url);
  project.provide("testFolder", folder);
}

export async function teardown(): Promise<void> {
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Nothing of this cluster outlives the run, so nothing need wait for the disk. */
async function forgetOnPowerLoss(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("ALTER SYSTEM SET fsync = off");
    await client.query("ALTER SYSTEM SET full_page_writes = off");
    await client.query("SELECT pg_reload_conf()");
  } finally {
    await client.end();
  }
}
