import { randomUUID } from "node:crypto";
import * as candidateWork from "../db/candidate-work.ts";
import { db, transaction } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import { describeError, logger } from "../logger.ts";
import type { JobData, JobName } from "../queue/jobs.ts";

/** Whom a job works on; null: on nobody's interview. */
const ABOUT: { [N in JobName]: ((data: JobData<N>) => deletionRequests.Concerned) | null } = {
  "recording.finalize": ({ sessionId }) => ({ sessionId }),
  "recording.finalize-long": ({ sessionId }) => ({ sessionId }),
  "recording.make-mp4": ({ storageKey }) => ({ recordingFile: storageKey }),
  "transcription.run": ({ sessionId }) => ({ sessionId }),
  "analysis.run": ({ analysisId }) => ({ analysisId }),
  "analysis.hear-late-sound": ({ sessionId }) => ({ sessionId }),
  "analysis.hear-new-words": ({ sessionId }) => ({ sessionId }),
  "analysis.audit": null, // stores nothing of anybody, and leaves out those who ask for deletion
  "privacy.erase": null, // waits for all the others
  "webhook.deliver": null,
  "webhook.deliver-slow": null,
  "webhook.send-once": null,
  "webhook.resume": null,
};

const GO_ON_EVERY_MS = (candidateWork.WORK_SECONDS * 1000) / 4;

/**
 * Whether a job has to wait because its candidate asks for deletion: it ends without having failed, and what it was to do stays
 * pending until the request is answered or taken back (lib/privacy/end-deletion-request.ts adds it again).
 */
export async function isPutOff<N extends JobName>(name: N, data: JobData<N>): Promise<boolean> {
  const about = aboutOf(name, data);
  if (!about || !(await deletionRequests.findStanding(db(), about))) return false;
  logger.info({ job: name }, "put off: the candidate asks for deletion");
  return true;
}

/**
 * Does a job unless it is put off. As long as it lasts, whoever erases its candidate waits for it: it would make again what was just
 * removed.
 */
export async function unlessPutOff<N extends JobName>(
  name: N,
  data: JobData<N>,
  work: () => Promise<void>,
): Promise<void> {
  if (await isPutOff(name, data)) return;
  const about = aboutOf(name, data);
  if (!about) return work();
  const holder = randomUUID();
  if (!(await takeUp(about, holder))) return;
  const goOn = () =>
    candidateWork.goOn(db(), holder).catch((error) => logger.warn(describeError(error), "work could not be kept up"));
  const keeping = setInterval(() => void goOn(), GO_ON_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(keeping);
    await candidateWork.end(db(), holder);
  }
}

/** @returns false when a request came meanwhile. A job about nobody who is left finds out by itself. */
function takeUp(about: deletionRequests.Concerned, holder: string): Promise<boolean> {
  return transaction(async (tx) => {
    const whom = await deletionRequests.findWhom(tx, about, true);
    if (whom?.requestedAt) return false;
    if (whom) await candidateWork.begin(tx, whom.candidateId, holder);
    return true;
  });
}

function aboutOf<N extends JobName>(name: N, data: JobData<N>): deletionRequests.Concerned | null {
  const about: ((data: JobData<N>) => deletionRequests.Concerned) | null = ABOUT[name];
  return about?.(data) ?? null;
}
