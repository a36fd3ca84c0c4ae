import { randomUUID } from "node:crypto";
import { endChildren } from "../children/ask-child.ts";
import { db, disconnect } from "../db/client.ts";
import * as workerBeats from "../db/worker-beats.ts";
import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";
import { boss, stopBoss } from "../queue/boss.ts";
import { JOB_NAMES } from "../queue/jobs.ts";
import { givenUp } from "../queue/queues.ts";
import { findPartConflicts } from "../recording/find-part-conflicts.ts";
import { unlessPutOff } from "../restriction/put-off.ts";
import { closeFolders } from "../storage/close-folders.ts";
import { storage } from "../storage/configured.ts";
import { allFinished } from "../webhooks/deliver/finish-later.ts";
import { within } from "../webhooks/deliver/within.ts";
import { sealStored } from "../webhooks/sign/seal-stored.ts";
import { startClock } from "./clock.ts";
import { giveUp, parseJob, placesOf, run } from "./jobs.ts";
import { startSpeech } from "./speech.ts";

const STOP_MS = 8_000; // as the queue gives its jobs
/** By then what is still being read is read anew by the next worker: its job must be given back before the queue is gone. */
const CHILDREN_STOP_MS = 6_000;
const POLL_SECONDS = 0.5;
const GIVE_UP_POLL_SECONDS = 5;
/** No upload and no joining takes this long: what is older was left behind by a killed process. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** Takes jobs from the queue until stopped. */
export async function runWorker(): Promise<{ stop(): Promise<void> }> {
  await sealStored();
  await closeStored();
  await takeJobs();
  await storage().removeAbandoned(new Date(Date.now() - ABANDONED_AFTER_MS));
  const id = randomUUID();
  const clock = await startClock(id);
  const speech = startSpeech();
  const stopping = new AbortController();
  const upkeep = lookOnce(stopping.signal);
  logger.info("worker ready");
  return {
    async stop() {
      clock.stop();
      const speechStopped = speech.stop();
      stopping.abort();
      const ending = setTimeout(endChildren, CHILDREN_STOP_MS);
      await Promise.all([stopBoss(), within(STOP_MS, allFinished()), within(STOP_MS, upkeep)]); // lets the running jobs finish
      clearTimeout(ending);
      await speechStopped;
      await workerBeats.remove(db(), id);
      await disconnect();
    },
  };
}

/** Where the disk is ours. */
async function closeStored(): Promise<void> {
  const { storage } = env();
  if (storage.driver === "local") await closeFolders(storage.dir);
}

async function takeJobs(): Promise<void> {
  const queue = await boss("worker");
  for (const name of JOB_NAMES) {
    const options = { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, ...placesOf(name) };
    await queue.work(name, options, async ([job]) => {
      if (job)
        await runJob(name, job.id, () => unlessPutOff(name, parseJob(name, job.data), () => run(name, job.data)));
    });
    await queue.work(givenUp(name), { batchSize: 1, pollingIntervalSeconds: GIVE_UP_POLL_SECONDS }, async ([job]) => {
      if (job) await runJob(givenUp(name), job.id, () => giveUp(name, job.data));
    });
  }
}

async function runJob(name: string, jobId: string, work: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  const line = () => ({ job: name, job_id: jobId, duration_ms: Math.round(performance.now() - startedAt) });
  try {
    await work();
    logger.info({ ...line(), status: "completed" }, "job");
  } catch (error) {
    logger.error({ ...line(), status: "failed", ...describeError(error) }, "job");
    throw error; // the queue tries again
  }
}

/** What goes through everything once, beside the jobs. Where it fails, the next worker to start goes on. */
async function lookOnce(signal: AbortSignal): Promise<void> {
  await findPartConflicts({ signal }).catch((error) =>
    logger.warn(describeError(error), "looking for conflicts failed"),
  );
}
