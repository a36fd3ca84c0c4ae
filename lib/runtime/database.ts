import { mkdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { disconnect } from "../db/client.ts";
import { type Env, parseEnv } from "../env.ts";
import { remark } from "./outcome.ts";

/** How long a command waits for a server that is just starting: after a crash it replays its log first. */
const STARTING_LIMIT_MS = 60_000;
/** The exit code that shells expect after Ctrl-C. */
export const INTERRUPTED = 130;

/**
 * Runs a command against the database, wherever it is: DATABASE_URL, or the embedded server that runs on the data
 * folder, or, when none runs, one that is started and migrated for this command and stopped after it. The address goes
 * into the environment before anything parses that for good.
 */
export function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  return withServer(async (url, startedHere) => {
    if (startedHere) {
      const { migrate } = await import("../db/migrations/migrate.ts");
      await migrate(url, { say: remark });
    }
    try {
      return await work();
    } finally {
      await disconnect();
    }
  });
}

/** The same for what needs no more than the address, the owner's where the server is ours: nothing is migrated. */
export async function withServer<T>(work: (url: string, startedHere: boolean) => Promise<T>): Promise<T> {
  const url = await findDatabase();
  if (url) return work(url, false);
  const env = parseEnv(process.env);
  const { claimDataDir } = await import("./run-file.ts");
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  // While the folder is ours nobody else starts a server on it; if it is somebody's, their server is about to be there.
  const claim = await claimDataDir(env.dataDir).catch((taken: Error) => taken);
  if (claim instanceof Error) return work(await awaitDatabase(claim), false);
  try {
    return await withOwnServer(env, (own) => work(own, true));
  } finally {
    claim.release();
  }
}

/**
 * The owner's address of a database that takes connections; null when there is none. In the environment stands the application's,
 * which is no superuser's where the server is ours.
 */
export async function findDatabase(): Promise<string | null> {
  const { database, dataDir } = parseEnv(process.env);
  if (database.kind === "external") return database.url;
  const { findRunning } = await import("./postgres/embedded-postgres.ts");
  const running = await findRunning(dataDir);
  if (!running) return null;
  process.env.DATABASE_URL = running.appUrl;
  return running.url;
}

async function awaitDatabase(otherwise: Error): Promise<string> {
  for (const deadline = Date.now() + STARTING_LIMIT_MS; Date.now() < deadline; await delay(200)) {
    const url = await findDatabase();
    if (url) return url;
  }
  throw otherwise;
}

async function withOwnServer<T>({ dataDir, logDir }: Env, work: (url: string) => Promise<T>): Promise<T> {
  const { startPostgres } = await import("./postgres/embedded-postgres.ts");
  const postgres = await startPostgres(dataDir, { logDir });
  const interrupt = () => void postgres.stop().finally(() => process.exit(INTERRUPTED));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    process.env.DATABASE_URL = postgres.appUrl;
    return await work(postgres.url);
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await postgres.stop();
  }
}
