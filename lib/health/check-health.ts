import { db } from "../db/client.ts";
import { listWaiting, type WaitingJobs } from "../db/waiting-jobs.ts";
import * as workerBeats from "../db/worker-beats.ts";
import { describeError, logger } from "../logger.ts";
import { boss } from "../queue/boss.ts";
import { JOB_NAMES } from "../queue/jobs.ts";
import { storage } from "../storage/configured.ts";

const CHECKS = {
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

export type HealthCheck = keyof typeof CHECKS;

/** No part may keep the answer waiting longer than this. */
const PATIENCE_MS = 3_000;

/** Whether each part that interviews depend on works now. */
export async function checkHealth(): Promise<Record<HealthCheck, boolean>> {
  const names = Object.keys(CHECKS) as HealthCheck[];
  const results = await Promise.all(names.map(async (name) => [name, await isWell(name)] as const));
  return Object.fromEntries(results) as Record<HealthCheck, boolean>;
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

async function isWell(name: HealthCheck): Promise<boolean> {
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
