import type { Db } from "../db/client.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { addJob } from "../queue/add-job.ts";

export type SpokenTask = { sessionId: string; answerId: string };

/** So many places at most does a later answer of an interview stand behind the first ones of others. */
const MOST_BEHIND = 20;

/** The same once more, no earlier than this moment. */
export async function requestAgain(tx: Db, task: SpokenTask, startAfter: Date): Promise<void> {
  const priority = -Math.min(await tasks.countOthers(tx, task), MOST_BEHIND);
  await addJob(tx, "transcription.run", task, { priority, startAfter });
}

/**
 * Asks for a spoken answer to be written down on this machine. Interviews take turns: an answer stands behind those of others whose
 * interviews have fewer waiting.
 * @param startAfter the parts of its recording may still be on their way
 */
export async function requestTranscription(tx: Db, task: SpokenTask, startAfter?: Date): Promise<void> {
  const before = await tasks.request(tx, task);
  const priority = -Math.min(before, MOST_BEHIND);
  await addJob(tx, "transcription.run", task, { priority, ...(startAfter ? { startAfter } : {}) });
}
