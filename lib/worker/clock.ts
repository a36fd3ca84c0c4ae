import { db } from "../db/client.ts";
import { listWaiting } from "../db/waiting-jobs.ts";
import * as workerBeats from "../db/worker-beats.ts";
import { describeError, logger } from "../logger.ts";
import { removeOld } from "../privacy/remove-old.ts";
import { JOB_NAMES } from "../queue/jobs.ts";
import { sweep } from "../recording/sweep.ts";

const BEAT_MS = 5_000;
const SWEEP_MS = 10_000;
const WAITING_MS = 60_000;
const TIDY_MS = 3_600_000;
const AUDIT_MS = 300_000;

/**
 * What is done by time and not by a job. Of all workers one leads, and it alone does this; the others look now and then whether it still
 * does. What fails (the database restarts) is made up for by the next tick.
 * @param id of this worker
 * @param auditMs other than every few minutes: for tests
 */
export async function startClock(id: string, auditMs: number = AUDIT_MS): Promise<{ stop(): void }> {
  let leads = false;
  const beat = async () => {
    const led = leads;
    leads = await workerBeats.lead(db(), id);
    if (leads && !led) await tidy();
  };
  const due = (what: string, work: () => Promise<void>) =>
    work().catch((error: unknown) => logger.warn(describeError(error), `${what} failed`));
  const whileLeading = (ms: number, what: string, work: () => Promise<void>) =>
    setInterval(() => leads && void due(what, work), ms);
  await due("heartbeat", beat);
  const timers = [
    setInterval(() => void due("heartbeat", beat), BEAT_MS),
    whileLeading(SWEEP_MS, "sweep", () => sweep()),
    whileLeading(TIDY_MS, "tidying", tidy),
    whileLeading(auditMs, "looking for audits", audit),
    whileLeading(WAITING_MS, "counting waiting jobs", tellWaiting),
  ];
  return { stop: () => timers.forEach(clearInterval) };
}

/** What has been kept for its time. */
async function tidy(): Promise<void> {
  logger.info(await removeOld(), "removed what is old");
}

/** What is due this night. What reads languages is loaded for it, for which no start waits. */
async function audit(): Promise<void> {
  const { addDueAudits } = await import("../analysis/add-due-audits.ts");
  const added = await addDueAudits();
  if (added > 0) logger.info({ added }, "template versions to audit");
}

/** How long jobs have waited to begin: what grows here is work that is not done. */
async function tellWaiting(): Promise<void> {
  for (const { job, waiting, oldestSeconds } of await listWaiting(db(), JOB_NAMES)) {
    logger.info({ job, waiting, oldest_waiting_seconds: oldestSeconds }, "jobs waiting");
  }
}
