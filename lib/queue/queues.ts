import type { PgBoss, Queue } from "pg-boss";
import { JOB_NAMES, type JobName } from "./jobs.ts";

/**
 * A worker that stops giving signs of life loses its job to the next one after ten seconds. What fails is tried for some
 * hours, at most five minutes apart: a bucket or a database may be away for that long, and the parts are safe meanwhile.
 */
const SETTINGS = {
  retryLimit: 40,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  expireInSeconds: 3600,
};

/**
 * Scoring thirty answers three times by a slow model of one's own takes hours; the lease outlasts that, and any three timeouts of a
 * call (AI_TIMEOUT_SECONDS, at most ten minutes). What fails here is tried for half an hour, and then somebody is told.
 */
const ANALYSIS_SETTINGS = { ...SETTINGS, retryLimit: 12, expireInSeconds: 6 * 3600 };

/** Where a job goes after its last attempt, with what it carried, even when it was the worker's death that ended it. */
export function givenUp(name: JobName): string {
  return `${name}.given-up`;
}

/** Makes every queue, and brings those of an earlier version up to date. */
export async function createQueues(boss: PgBoss): Promise<void> {
  for (const name of JOB_NAMES) {
    await createQueue(boss, givenUp(name), SETTINGS);
    const settings = name === "analysis.run" ? ANALYSIS_SETTINGS : SETTINGS;
    await createQueue(boss, name, { ...settings, deadLetter: givenUp(name) });
  }
}

async function createQueue(boss: PgBoss, name: string, settings: Omit<Queue, "name">): Promise<void> {
  await boss.createQueue(name, settings);
  await boss.updateQueue(name, settings);
}
