import type { WorkOptions } from "pg-boss";
import { giveUp as giveUpAnalysis } from "../analysis/give-up.ts";
import { transaction } from "../db/client.ts";
import { env } from "../env.ts";
import { erase } from "../privacy/erase.ts";
import { addJob } from "../queue/add-job.ts";
import { JOBS, type JobData, type JobName } from "../queue/jobs.ts";
import { finalizeAny, finalizeShort } from "../recording/finalize-job.ts";
import { giveUp as giveUpRecording } from "../recording/give-up.ts";
import { makeMp4 } from "../recording/make-mp4.ts";
import { CONFIGURED_SPEECH } from "../transcription/configured-speech.ts";
import { giveUp as giveUpTranscription } from "../transcription/give-up.ts";
import { deliver, deliverLater } from "../webhooks/deliver/deliver.ts";
import { configuredNetwork } from "../webhooks/deliver/network.ts";
import { resume } from "../webhooks/deliver/resume.ts";
import { giveUpSending, sendOnce } from "../webhooks/deliver/send-once.ts";

type Job<N extends JobName> = {
  run(data: JobData<N>): Promise<void>;
  /** What is done when it has failed for the last time, so that nothing stays "processing" for ever. */
  giveUp(data: JobData<N>): Promise<void>;
  /** How many run at a time: one where nothing else is said, and more workers can be started. */
  places?: WorkOptions | (() => WorkOptions);
};

const nothingWaits = async () => {};

/** What each job does; what it carries stands in lib/queue/jobs.ts. */
const WORK: { [N in JobName]: Job<N> } = {
  // Each has a process of its own with limits of its own. One that is damaged and uses them up keeps nobody waiting, nor does a long one.
  "recording.finalize": { run: finalizeShort, giveUp: giveUpRecording, places: { localConcurrency: 3 } },
  "recording.finalize-long": { run: finalizeAny, giveUp: giveUpRecording, places: { localConcurrency: 2 } },
  // Who asks again has it tried again.
  "recording.make-mp4": { run: makeMp4, giveUp: nothingWaits, places: { localConcurrency: 2 } },
  // One child process each; by default a core stays free for whoever uploads.
  "transcription.run": {
    run: async (task) =>
      (await import("../transcription/transcribe-answer.ts")).transcribeAnswer(task, CONFIGURED_SPEECH),
    giveUp: giveUpTranscription,
    places: () => ({ localConcurrency: env().speech.concurrency, pollingIntervalSeconds: 1 }),
  },
  // What reads languages and asks models takes half a second to load, for which no start waits.
  "analysis.run": {
    run: async (scored) => (await import("../analysis/run-analysis.ts")).runAnalysis(scored),
    giveUp: giveUpAnalysis,
  },
  // The analysis that is there stands, and whoever asks for another hears all of it.
  "analysis.hear-late-sound": {
    run: async (recorded) => (await import("../analysis/hear-late-sound.ts")).hearLateSound(recorded),
    giveUp: nothingWaits,
  },
  // The analysis that is there stands, as above.
  "analysis.hear-new-words": {
    run: async (session) => (await import("../analysis/hear-new-words.ts")).hearNewWords(session),
    giveUp: nothingWaits,
  },
  // What was found the night before stands until the next.
  "analysis.audit": {
    run: async (version) => (await import("../analysis/audit-template-version.ts")).auditTemplateVersion(version),
    giveUp: nothingWaits,
  },
  // Tried for hours, and then told in the log as given up: whoever asks again has it tried again.
  "privacy.erase": { run: (erasure) => erase(erasure), giveUp: nothingWaits },
  // Only an error of ours ends in `giveUp`: a receiver's is dealt with by then.
  "webhook.deliver": {
    run: (feed) => deliver(feed),
    giveUp: deliverLater,
    // No job holds one of these for more than three seconds (lib/webhooks/deliver/deliver.ts), and a webhook has two at most.
    places: { localConcurrency: 8, localGroupConcurrency: 2, pollingIntervalSeconds: 1, burstWhenReadyExceeds: 8 },
  },
  // These wait for receivers rather than work: one for each webhook.
  "webhook.deliver-slow": {
    run: (feed) => deliver(feed, configuredNetwork(), "slow"),
    giveUp: deliverLater,
    places: { localConcurrency: 16, localGroupConcurrency: 1, pollingIntervalSeconds: 2 },
  },
  "webhook.send-once": {
    run: (one) => sendOnce(one),
    giveUp: giveUpSending,
    places: { localConcurrency: 16, localGroupConcurrency: 1, pollingIntervalSeconds: 2 },
  },
  "webhook.resume": {
    run: resume,
    giveUp: (where) => transaction((tx) => addJob(tx, "webhook.resume", where)),
  },
};

export function placesOf(name: JobName): WorkOptions {
  const { places = {} } = WORK[name];
  return typeof places === "function" ? places() : places;
}

export function run<N extends JobName>(name: N, data: unknown): Promise<void> {
  const job: Job<N> = WORK[name];
  return job.run(parseJob(name, data));
}

export function giveUp<N extends JobName>(name: N, data: unknown): Promise<void> {
  const job: Job<N> = WORK[name];
  return job.giveUp(parseJob(name, data));
}

/** @throws ZodError for what no version of ours has added */
export function parseJob<N extends JobName>(name: N, data: unknown): JobData<N> {
  return JOBS[name].parse(data) as JobData<N>;
}
