import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { commandOf, isAlive, isTaken, signal, waitUntil } from "../../children/processes.ts";
import { APPLICATION_ROLE } from "../../db/application-role.ts";
import { accountOf, commandAs } from "./postgres-account.ts";
import {
  clusterDirOf,
  ensureCluster,
  OWNER,
  postgresBinaries,
  postgresEnvironment,
  readPassword,
} from "./postgres-cluster.ts";
import { ensureApplicationRole, readAppPassword } from "./postgres-roles.ts";

/*
 * The PostgreSQL that comes with the project, for whoever has none: a real server in the data folder, reached only from
 * this machine, on a port of its own choice, with passwords that only the owner of the data folder can read.
 */

const DATABASE = "talentflow";
const READY_LIMIT_MS = 120_000; // after a crash it first replays its log, and that may take a while
const STOP_LIMIT_MS = 6_000;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

type Addresses = {
  /** The database as its owner, password included: for migrations. */
  url: string;
  /** The same as the application, who is no superuser and owns no table: for everything else. */
  appUrl: string;
};

export type Postgres = Addresses & {
  port: number;
  pid: number;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends connections, writes everything down and stops; after `limitMs` (6 s) it leaves that to its next start. */
  stop(limitMs?: number): Promise<void>;
};

/** The server that runs on this data folder, whoever started it; null when none is ready. */
export async function findRunning(dataDir: string): Promise<(Addresses & { pid: number }) | null> {
  const lock = readLock(dataDir);
  const password = readPassword(dataDir);
  if (!lock?.ready || !password || !isOurs(lock.pid, dataDir)) return null;
  const { pid, port } = lock;
  const appPassword = readAppPassword(dataDir); // none: an earlier release started it
  const url = urlFor(OWNER, port, password);
  return { url, appUrl: appPassword ? urlFor(APPLICATION_ROLE, port, appPassword) : url, pid };
}

/** Stops the server that an earlier, killed supervisor left on this data folder. */
export async function stopRunning(dataDir: string): Promise<void> {
  const lock = readLock(dataDir);
  if (!lock) return;
  if (isOurs(lock.pid, dataDir)) await stopServer(lock.pid);
  // Its number may belong to another program by now, and PostgreSQL would take that for itself and refuse to start.
  else if (isTaken(lock.pid)) rmSync(lockFileOf(dataDir), { force: true });
}

/**
 * Starts PostgreSQL on this data folder, making the cluster and the database at the first time, and waits until it
 * answers. A server that an earlier process left there is stopped first.
 *
 * @param options.port the port to take; without it, any that is free
 * @param options.logDir where `postgres.log` is written; without it, the data folder
 * @throws Error with one line for a person when it cannot be set up or does not start
 */
export async function startPostgres(
  dataDir: string,
  options: { port?: number; logDir?: string } = {},
): Promise<Postgres> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  await stopRunning(dataDir);
  await ensureCluster(dataDir);
  const password = readPassword(dataDir);
  if (!password) throw new Error(`The database's password is missing from ${dataDir}.`);
  const logFile = join(options.logDir ?? dataDir, "postgres.log");
  const { child, pid, port } = options.port
    ? await launch(dataDir, options.port, logFile)
    : await launchOnFreePort(dataDir, logFile);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ensureDatabase(urlFor(OWNER, port, password, "postgres"));
  const url = urlFor(OWNER, port, password);
  const appUrl = urlFor(APPLICATION_ROLE, port, await ensureApplicationRole(url, dataDir));
  return { url, appUrl, port, pid, exited, stop: (limitMs) => stopServer(pid, limitMs) };
}

type Launched = { child: ChildProcess; pid: number; port: number };

/** A port that was free a moment ago may be gone by the time it is used, so a second one is tried. */
async function launchOnFreePort(dataDir: string, logFile: string): Promise<Launched> {
  try {
    return await launch(dataDir, await freePort(), logFile);
  } catch {
    return await launch(dataDir, await freePort(), logFile);
  }
}

async function launch(dataDir: string, port: number, logFile: string): Promise<Launched> {
  const child = await spawnServer(dataDir, port, logFile);
  if (child.pid === undefined) throw new Error(`PostgreSQL cannot be run on ${clusterDirOf(dataDir)}.`);
  await ready(dataDir, child, logFile);
  return { child, pid: child.pid, port };
}

async function spawnServer(dataDir: string, port: number, logFile: string): Promise<ChildProcess> {
  const clusterDir = clusterDirOf(dataDir);
  const { postgres } = await postgresBinaries();
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "", // their paths may not be longer than 107 characters, data folders may
    port: String(port),
    shared_buffers: "128MB",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
    // Errors of statements quote what was written, such as an answer's text: only the server's own affairs are logged.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { file, args, ids } = commandAs(accountOf(clusterDir), postgres, ["-D", clusterDir, ...flags]);
  const log = openLog(logFile);
  try {
    // Detached: Ctrl-C goes to the whole group of the terminal, and the database must be the last to stop.
    const stdio: ["ignore", number, number] = ["ignore", log, log];
    const child = spawn(file, args, {
      ...ids,
      cwd: dataDir,
      env: postgresEnvironment(),
      stdio,
      detached: true,
      windowsHide: true,
    });
    child.on("error", () => undefined); // it has no process id then, which is told above
    return child;
  } finally {
    closeSync(log);
  }
}

/** Waits until the server says in its lock file that it takes connections. */
async function ready(dataDir: string, child: ChildProcess, logFile: string): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  while (!ended() && Date.now() < deadline) {
    const lock = readLock(dataDir);
    if (lock?.ready && lock.pid === child.pid) return;
    await delay(25);
  }
  if (!ended() && child.pid) await stopServer(child.pid);
  throw new Error(`PostgreSQL did not start on ${clusterDirOf(dataDir)}; ${logFile} says why.`);
}

async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Fast shutdown first; what does not follow is ended harder. Its data is safe either way. */
async function stopServer(pid: number, limitMs: number = STOP_LIMIT_MS): Promise<void> {
  const gone = () => !isAlive(pid);
  signal(pid, "SIGINT");
  if (await waitUntil(gone, limitMs)) return;
  signal(pid, "SIGQUIT");
  if (await waitUntil(gone, 1_000)) return;
  signal(pid, "SIGKILL");
  await waitUntil(gone, 1_000);
}

const lockFileOf = (dataDir: string): string => join(clusterDirOf(dataDir), "postmaster.pid");

/** PostgreSQL's own note beside its data: line 1 its process, line 4 its port, line 8 its state. */
function readLock(dataDir: string): { pid: number; port: number; ready: boolean } | null {
  const file = lockFileOf(dataDir);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port, ready: lines[7]?.trim() === "ready" };
}

/** Whether this process is a server on this cluster; where the system does not show command lines, whether it lives. */
function isOurs(pid: number, dataDir: string): boolean {
  if (process.platform === "win32") return isAlive(pid);
  return commandOf(pid)?.includes(`postgres -D ${clusterDirOf(dataDir)} `) ?? false;
}

function urlFor(role: string, port: number, password: string, database: string = DATABASE): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

function openLog(file: string): number {
  mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
