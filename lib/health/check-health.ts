import { db } from "../db/client.ts";
import { missingMigrations } from "../db/migrations/expected-migrations.ts";
import { listWaiting, type WaitingJobs } from "../db/waiting-jobs.ts";
import * as workerBeats from "../db/worker-beats.ts";
import { describeError, logger } from "../logger.ts";
import { boss } from "../queue/boss.ts";
import { JOB_NAMES } from "../queue/jobs.ts";
import { storage } from "../storage/configured.ts";
import { isDraining } from "./draining.ts";

const CHECKS = {
  running: async () => {
    if (isDraining()) throw new Error("this process was told to stop");
  },
  schema: async () => {
    const missing = await missingMigrations(db());
    if (missing.length > 0) throw new Error("the database has not had all migrations");
  },
  database: async () => {
    await db().$queryRaw`SELECT 1`;
  },
  storage: () => storage().check(),
  queue: async () => {
    const queues = await (await boss()).getQueues([...JOB_NAMES]);
    if (queues.length !== JOB_NAMES.length) throw new Error("queues are missing");
  },
  worker: async () => {
    if (!(await workerBeats.anyAlive(db()))) throw new Error("no worker has given a sign of life");
  },
};

type Check = keyof typeof CHECKS;

/** What people hear of. */
const HEALTH = ["database", "storage", "queue", "worker"] as const satisfies Check[];

/** What a web process needs to answer. */
const READY = ["running", "database", "schema", "storage"] as const satisfies Check[];

/** No part may keep the answer waiting longer than this. */
const PATIENCE_MS = 3_000;

/** Whether each part that interviews depend on works now. */
export function checkHealth(): Promise<Record<(typeof HEALTH)[number], boolean>> {
  return check(HEALTH);
}

/** The job that has waited longest to begin, or null where none waits or the database does not say. */
export async function oldestWaiting(): Promise<WaitingJobs | null> {
  try {
    const [oldest] = await Promise.race([listWaiting(db(), JOB_NAMES), tooLong()]);
    return oldest ?? null;
  } catch (error) {
    logger.warn(describeError(error), "waiting jobs could not be counted");
    return null;
  }
}

/** Whether this process may be sent requests: it was not told to stop, and what it cannot do without is there. */
export function checkReady(): Promise<Record<(typeof READY)[number], boolean>> {
  return check(READY);
}

async function check<N extends Check>(names: readonly N[]): Promise<Record<N, boolean>> {
  const results = await Promise.all(names.map(async (name) => [name, await isWell(name)] as const));
  return Object.fromEntries(results) as Record<N, boolean>;
}

async function isWell(name: Check): Promise<boolean> {
  try {
    await Promise.race([CHECKS[name](), tooLong()]);
    return true;
  } catch (error) {
    logger.warn({ check: name, ...describeError(error) }, "health check failed");
    return false;
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MS).unref();
  });
}
