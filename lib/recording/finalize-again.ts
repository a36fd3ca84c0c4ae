import { transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import { addJob } from "../queue/add-job.ts";

/** A browser that comes back brings dozens of parts at once; the file is not made anew for each. */
const GATHER_SECONDS = 5;

/** Something came late, or became known late: the published file is made anew, with it. */
export async function finalizeAgain(sessionId: string): Promise<void> {
  await transaction(async (tx) => {
    await recordings.markRecording(tx, sessionId);
    await addJob(tx, "recording.finalize", { sessionId }, { key: sessionId, withinSeconds: GATHER_SECONDS });
  });
}
