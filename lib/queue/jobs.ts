import { z } from "zod";

const Feed = z.object({ webhookId: z.uuid(), interviewId: z.uuid() });

/** Every job there is: its name and what it carries. The worker's registry (lib/worker/worker.ts) says what each does. */
export const JOBS = {
  "recording.finalize": z.object({ sessionId: z.uuid() }),
  /** The same for one that takes long to join. */
  "recording.finalize-long": z.object({ sessionId: z.uuid() }),
  "recording.make-mp4": z.object({ storageKey: z.string() }),
  /** An answer that was only spoken is to be written down. */
  "transcription.run": z.object({ sessionId: z.uuid(), answerId: z.uuid() }),
  "analysis.run": z.object({ analysisId: z.uuid() }),
  /** A finished interview has a new version of its recording. */
  "analysis.hear-late-sound": z.object({ sessionId: z.uuid() }),
  /** Words of a scored interview have come later, or were put right. */
  "analysis.hear-new-words": z.object({ sessionId: z.uuid() }),
  /** A template version's scores are tried on the answers that were given to it. */
  "analysis.audit": z.object({ templateVersionId: z.uuid() }),
  /** Everything that is kept about a candidate goes. */
  "privacy.erase": z.object({ erasureId: z.uuid() }),
  /** An interview has news for a webhook. */
  "webhook.deliver": Feed,
  /** The same, for a webhook whose receiver keeps us waiting. */
  "webhook.deliver-slow": Feed,
  /** Somebody asked for this one delivery. */
  "webhook.send-once": z.object({ deliveryId: z.uuid() }),
  /** All that waits for a webhook can go now; interviews in the order of their ids, after this one. */
  "webhook.resume": z.object({ webhookId: z.uuid(), after: z.uuid().nullable() }),
} as const;

export type JobName = keyof typeof JOBS;
export type JobData<N extends JobName> = z.infer<(typeof JOBS)[N]>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
