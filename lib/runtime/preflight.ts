import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import pg from "pg";
import type { Env, S3Settings } from "../env.ts";
import { CliError } from "./cli-error.ts";

/* What must hold before anything starts. Each check throws a CliError of one line that says what to do. */

const DATABASE_LIMIT_MS = 5_000;
const OLDEST_POSTGRES = 14;
const BUCKET_LIMIT_MS = 5_000;

export function checkFolders(env: Env): void {
  checkWritable(env.dataDir, "data", "DATA_DIR");
  checkWritable(env.logDir, "log", "LOG_DIR");
}

function checkWritable(dir: string, kind: string, variable: string): void {
  const probe = join(dir, `.probe-${process.pid}`);
  try {
    makeFolder(dir);
    accessSync(dir, constants.W_OK);
    writeFileSync(probe, ""); // a file system mounted read-only shows only here
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(`The ${kind} folder ${dir} cannot be written (${code}). Choose another with ${variable}.`);
  }
}

/** One level after the other: Node's own recursive way never returns where a file system refuses in an odd way (/proc). */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  mkdirSync(dir, { mode: 0o700 });
}

export async function checkPort(port: number): Promise<void> {
  const problem = (await listens(port)) ? "EADDRINUSE" : await bindProblem(port);
  if (!problem) return;
  const other = port === 5001 ? 5002 : 5001;
  const reason = problem === "EADDRINUSE" ? "is taken by another program" : `may not be used (${problem})`;
  throw new CliError(`Port ${port} ${reason}. Choose another with PORT, for example: PORT=${other} npm start`);
}

/** Whether somebody answers there: some systems let two programs listen on one port at different addresses. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", timeout: 1_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
    socket.once("timeout", () => settle(false));
  });
}

function bindProblem(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}

/**
 * DATABASE_URL answers, and is a PostgreSQL that is new enough.
 * @returns whether its role is a superuser
 */
export async function checkDatabase(url: string): Promise<boolean> {
  const { hostname, port, pathname } = new URL(url);
  const where = `${hostname || "localhost"}:${port || 5432}${pathname}`;
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: DATABASE_LIMIT_MS,
    query_timeout: DATABASE_LIMIT_MS,
  });
  client.on("error", () => undefined); // a connection lost later is told by the query that waits on it
  let version: number;
  let isSuperuser: boolean;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; superuser: boolean }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('is_superuser') = 'on' AS superuser",
    );
    version = Math.floor((rows[0]?.version ?? 0) / 10_000);
    isSuperuser = rows[0]?.superuser === true;
  } catch (error) {
    throw new CliError(`DATABASE_URL: the database at ${where} cannot be reached (${reasonOf(error)}).`);
  } finally {
    await client.end().catch(() => undefined); // it may never have been open
  }
  if (version < OLDEST_POSTGRES) {
    throw new CliError(`DATABASE_URL: PostgreSQL ${OLDEST_POSTGRES} or newer is needed; ${where} is ${version}.`);
  }
  return isSuperuser;
}

/** S3_BUCKET can be written, read and cleaned up. */
export async function checkBucket(settings: S3Settings): Promise<void> {
  const { bucketProblem, probeBucket } = await import("../storage/s3-probe.ts");
  try {
    await probeBucket(settings, { connectMs: BUCKET_LIMIT_MS, requestMs: BUCKET_LIMIT_MS });
  } catch (error) {
    const where = settings.endpoint ?? `Amazon S3 in ${settings.region}`;
    throw new CliError(
      `S3_BUCKET: the bucket ${settings.bucket} at ${where} cannot be used (${bucketProblem(error)}).`,
    );
  }
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const { code, message } = first as NodeJS.ErrnoException;
  return (message || code || "no reason given").split("\n")[0] ?? "";
}
