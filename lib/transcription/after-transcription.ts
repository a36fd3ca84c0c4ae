import * as analyses from "../db/analyses.ts";
import type { Db } from "../db/client.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { addJob } from "../queue/add-job.ts";

/** The last words that a session waited for have come, or will not come: it is scored with them, or again where it has been without. */
export async function afterTranscription(tx: Db, sessionId: string): Promise<void> {
  if (await tasks.anyOpen(tx, sessionId)) return;
  const latest = await analyses.findStanding(tx, sessionId);
  if (latest?.status === "pending") await addJob(tx, "analysis.run", { analysisId: latest.id });
  else if (latest) await addJob(tx, "analysis.hear-new-words", { sessionId });
}
