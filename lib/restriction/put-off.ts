import { db } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import { logger } from "../logger.ts";
import type { JobData, JobName } from "../queue/jobs.ts";

/** Whom a job works on; null: on nobody's interview. */
const ABOUT: { [N in JobName]: ((data: JobData<N>) => deletionRequests.Concerned) | null } = {
  "recording.finalize": ({ sessionId }) => ({ sessionId }),
  "recording.finalize-long": ({ sessionId }) => ({ sessionId }),
  "recording.make-mp4": ({ storageKey }) => ({ recordingFile: storageKey }),
  "analysis.run": ({ analysisId }) => ({ analysisId }),
  "analysis.hear-late-sound": ({ sessionId }) => ({ sessionId }),
  "webhook.deliver": null,
  "webhook.deliver-slow": null,
  "webhook.send-once": null,
  "webhook.resume": null,
};

/**
 * Whether a job has to wait because its candidate asks for deletion: it ends without having failed, and what it was to do stays
 * pending until the request is answered or taken back (lib/privacy/end-deletion-request.ts adds it again).
 */
export async function isPutOff<N extends JobName>(name: N, data: JobData<N>): Promise<boolean> {
  const about = ABOUT[name] as ((data: JobData<N>) => deletionRequests.Concerned) | null;
  if (!about || !(await deletionRequests.findStanding(db(), about(data)))) return false;
  logger.info({ job: name }, "put off: the candidate asks for deletion");
  return true;
}
