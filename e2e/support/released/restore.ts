import { randomBytes } from "node:crypto";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import type { Installation } from "./installation.ts";
import { moveTimes } from "./times.ts";

export const RELEASED = join(import.meta.dirname, "../../fixtures/released");

/** It was dumped this long before it is put back, so that no time of its own looks like one of now. */
const DUMPED_BEFORE_S = 600;

export type Restored = {
  installation: Installation;
  databaseUrl: string;
  /** By how much all of its times were moved. */
  movedBySeconds: number;
  /** Unix milliseconds: nothing of the dump is of the minutes before. */
  putBackAt: number;
  /** The dump as it was put back. */
  sql: string;
};

/**
 * Puts the dump of a release into a database of its own and its files into a data folder, as they were: nothing is migrated.
 * @param serverUrl of a PostgreSQL server, as somebody who may create databases there
 */
export async function restore(release: string, serverUrl: string, dataDir: string): Promise<Restored> {
  const folder = join(RELEASED, release);
  const installation = JSON.parse(readFileSync(join(folder, "installation.json"), "utf8")) as Installation;
  const dumpedAt = Math.floor(Date.parse(installation.dumpedAt) / 1000);
  const putBackAt = Date.now();
  const movedBySeconds = Math.floor(putBackAt / 1000) - DUMPED_BEFORE_S - dumpedAt;
  const sql = moveTimes(gunzipSync(readFileSync(join(folder, "dump.sql.gz"))).toString(), movedBySeconds);
  const databaseUrl = new URL(serverUrl);
  databaseUrl.pathname = `/released_${randomBytes(4).toString("hex")}`;
  await query(serverUrl, `CREATE DATABASE ${databaseUrl.pathname.slice(1)}`);
  await query(databaseUrl.href, sql);
  cpSync(join(folder, "storage"), dataDir, { recursive: true });
  return { installation, databaseUrl: databaseUrl.href, movedBySeconds, putBackAt, sql };
}

/** Removes the database again. */
export async function discard({ databaseUrl }: Restored, serverUrl: string): Promise<void> {
  await query(serverUrl, `DROP DATABASE ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`);
}

/** The rows of one statement, on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
