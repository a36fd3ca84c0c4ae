import { randomUUID } from "node:crypto";
import type { WorkOptions } from "pg-boss";
import { giveUp as giveUpAnalysis } from "../analysis/give-up.ts";
import { hearLateSound } from "../analysis/hear-late-sound.ts";
import { runAnalysis } from "../analysis/run-analysis.ts";
import { db, disconnect, transaction } from "../db/client.ts";
import { listWaiting } from "../db/waiting-jobs.ts";
import * as workerBeats from "../db/worker-beats.ts";
import { env } from "../env.ts";
import { describeError, logger } from "../logger.ts";
import { removeOld } from "../privacy/remove-old.ts";
import { addJob } from "../queue/add-job.ts";
import { boss, stopBoss } from "../queue/boss.ts";
import { JOB_NAMES, JOBS, type JobData, type JobName } from "../queue/jobs.ts";
import { givenUp } from "../queue/queues.ts";
import { finalizeAny, finalizeShort } from "../recording/finalize-job.ts";
import { findPartConflicts } from "../recording/find-part-conflicts.ts";
import { giveUp as giveUpRecording } from "../recording/give-up.ts";
import { makeMp4 } from "../recording/make-mp4.ts";
import { endMediaChildren } from "../recording/media/run-in-child.ts";
import { sweep } from "../recording/sweep.ts";
import { isPutOff } from "../restriction/put-off.ts";
import { closeFolders } from "../storage/close-folders.ts";
import { storage } from "../storage/configured.ts";
import { deliver, deliverLater } from "../webhooks/deliver.ts";
import { allFinished } from "../webhooks/finish-later.ts";
import { configuredNetwork } from "../webhooks/network.ts";
import { resume } from "../webhooks/resume.ts";
import { sealStored } from "../webhooks/seal-stored.ts";
import { giveUpSending, sendOnce } from "../webhooks/send-once.ts";
import { within } from "../webhooks/within.ts";

/** Where the disk is ours. */
async function closeStored(): Promise<void> {
  const { storage } = env();
  if (storage.driver === "local") await closeFolders(storage.dir);
}

type Handlers = { [N in JobName]: (data: JobData<N>) => Promise<void> };

/** What each job does. */
const HANDLERS: Handlers = {
  "recording.finalize": finalizeShort,
  "recording.finalize-long": finalizeAny,
  "recording.make-mp4": makeMp4,
  "analysis.run": runAnalysis,
  "analysis.hear-late-sound": (recorded) => hearLateSound(recorded),
  "webhook.deliver": (lane) => deliver(lane),
  "webhook.deliver-slow": (lane) => deliver(lane, configuredNetwork(), "slow"),
  "webhook.send-once": (one) => sendOnce(one),
  "webhook.resume": resume,
};

/** What is done when a job has failed for the last time, so that nothing stays "processing" for ever. */
const GIVE_UP: Handlers = {
  "recording.finalize": giveUpRecording,
  "recording.finalize-long": giveUpRecording,
  "recording.make-mp4": async () => {}, // nothing waits for it: who asks again has it tried again
  "analysis.run": giveUpAnalysis,
  "analysis.hear-late-sound": async () => {}, // the analysis that is there stands, and whoever asks for another hears all of it
  "webhook.deliver": deliverLater, // only an error of ours ends here: a receiver's is dealt with by then
  "webhook.deliver-slow": deliverLater,
  "webhook.send-once": giveUpSending,
  "webhook.resume": (where) => transaction((tx) => addJob(tx, "webhook.resume", where)),
};

/** How many jobs of a kind run at a time: one where nothing else is said, and more workers can be started. */
const CONCURRENCY: Partial<Record<JobName, WorkOptions>> = {
  // Each has a process of its own with limits of its own. One that is damaged and uses them up keeps nobody waiting, nor does a long one.
  "recording.finalize": { localConcurrency: 3 },
  "recording.finalize-long": { localConcurrency: 2 },
  "recording.make-mp4": { localConcurrency: 2 },
  // No job holds one of these for more than three seconds (lib/webhooks/deliver.ts), and a webhook has two at most.
  "webhook.deliver": {
    localConcurrency: 8,
    localGroupConcurrency: 2,
    pollingIntervalSeconds: 1,
    burstWhenReadyExceeds: 8,
  },
  // These wait for receivers rather than work: one for each webhook.
  "webhook.deliver-slow": { localConcurrency: 16, localGroupConcurrency: 1, pollingIntervalSeconds: 2 },
  "webhook.send-once": { localConcurrency: 16, localGroupConcurrency: 1, pollingIntervalSeconds: 2 },
};

const BEAT_MS = 5_000;
const SWEEP_MS = 10_000;
const TIDY_MS = 3_600_000;
const STOP_MS = 8_000; // as the queue gives its jobs
/** By then what is still being read is read anew by the next worker: its job must be given back before the queue is gone. */
const MEDIA_STOP_MS = 6_000;
const WAITING_MS = 60_000;
const POLL_SECONDS = 0.5;
const GIVE_UP_POLL_SECONDS = 5;
/** No upload and no joining takes this long: what is older was left behind by a killed process. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** Takes jobs from the queue until stopped. */
export async function runWorker(): Promise<{ stop(): Promise<void> }> {
  const id = randomUUID();
  await sealStored();
  await closeStored();
  const queue = await boss("worker");
  for (const name of JOB_NAMES) {
    const options = { batchSize: 1, pollingIntervalSeconds: POLL_SECONDS, ...CONCURRENCY[name] };
    await queue.work(name, options, async ([job]) => {
      if (job) await runJob(name, job.id, () => dispatchUnlessPutOff(name, job.data));
    });
    await queue.work(givenUp(name), { batchSize: 1, pollingIntervalSeconds: GIVE_UP_POLL_SECONDS }, async ([job]) => {
      if (job) await runJob(givenUp(name), job.id, () => dispatch(GIVE_UP, name, job.data));
    });
  }
  await storage().removeAbandoned(new Date(Date.now() - ABANDONED_AFTER_MS));
  await workerBeats.beat(db(), id);
  await tidy();
  const stopping = new AbortController();
  const upkeep = lookOnce(stopping.signal);
  const timers = [
    setInterval(() => void beat(id), BEAT_MS),
    setInterval(() => void sweepOnce(), SWEEP_MS),
    setInterval(() => void tidy(), TIDY_MS),
    setInterval(() => void tellWaiting(), WAITING_MS),
  ];
  logger.info("worker ready");
  return {
    async stop() {
      timers.forEach(clearInterval);
      stopping.abort();
      const ending = setTimeout(endMediaChildren, MEDIA_STOP_MS);
      await Promise.all([stopBoss(), within(STOP_MS, allFinished()), within(STOP_MS, upkeep)]); // lets the running jobs finish
      clearTimeout(ending);
      await workerBeats.remove(db(), id);
      await disconnect();
    },
  };
}

async function runJob(name: string, jobId: string, run: () => Promise<void>): Promise<void> {
  const startedAt = performance.now();
  const line = () => ({ job: name, job_id: jobId, duration_ms: Math.round(performance.now() - startedAt) });
  try {
    await run();
    logger.info({ ...line(), status: "completed" }, "job");
  } catch (error) {
    logger.error({ ...line(), status: "failed", ...describeError(error) }, "job");
    throw error; // the queue tries again
  }
}

async function dispatchUnlessPutOff<N extends JobName>(name: N, data: unknown): Promise<void> {
  if (await isPutOff(name, JOBS[name].parse(data) as JobData<N>)) return;
  await dispatch(HANDLERS, name, data);
}

function dispatch<N extends JobName>(handlers: Handlers, name: N, data: unknown): Promise<void> {
  const handler: (data: JobData<N>) => Promise<void> = handlers[name];
  return handler(JOBS[name].parse(data) as JobData<N>);
}

/** A beat that fails (the database restarts) is made up for by the next. */
async function beat(id: string): Promise<void> {
  await workerBeats.beat(db(), id).catch((error) => logger.warn(describeError(error), "heartbeat failed"));
}

/** What goes through everything once, beside the jobs. Where it fails, the next worker to start goes on. */
async function lookOnce(signal: AbortSignal): Promise<void> {
  await findPartConflicts({ signal }).catch((error) =>
    logger.warn(describeError(error), "looking for conflicts failed"),
  );
}

/** Likewise: the next tick finds what this one could not. */
async function sweepOnce(): Promise<void> {
  await sweep().catch((error) => logger.warn(describeError(error), "sweep failed"));
}

/** How long jobs have waited to begin: what grows here is work that is not done. Likewise. */
async function tellWaiting(): Promise<void> {
  try {
    for (const { job, waiting, oldestSeconds } of await listWaiting(db(), JOB_NAMES)) {
      logger.info({ job, waiting, oldest_waiting_seconds: oldestSeconds }, "jobs waiting");
    }
  } catch (error) {
    logger.warn(describeError(error), "waiting jobs could not be counted");
  }
}

/** What has been kept for its time. Likewise. */
async function tidy(): Promise<void> {
  try {
    logger.info(await removeOld(), "removed what is old");
  } catch (error) {
    logger.warn(describeError(error), "tidying failed");
  }
}
