import { transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import { addJob } from "../queue/add-job.ts";

/** Something came late, or became known late: the published file is made anew, with it. */
export async function finalizeAgain(sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    await recordings.markRecording(tx, sessionId);
    await addJob(tx, "recording.finalize", { sessionId });
  });
}
