import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as transcripts from "../db/transcripts.ts";
import { addJob } from "../queue/add-job.ts";
import { event } from "../words/happened.ts";
import { analyseAgain } from "./analyse-again.ts";

/** An analysis that is being made may have been read before these words came: it is waited for. */
const LOOK_AGAIN_MS = 15_000;

/**
 * An interview that has been scored has words that came later: of answers that were still being written down, or that their candidate put
 * right. It is scored once more, as a new version.
 */
export async function hearNewWords({ sessionId }: { sessionId: string }): Promise<void> {
  const latest = await analyses.findStanding(db(), sessionId);
  if (latest?.status === "processing") {
    const startAfter = new Date((await databaseNow(db())).getTime() + LOOK_AGAIN_MS);
    return transaction((tx) => addJob(tx, "analysis.hear-new-words", { sessionId }, { startAfter }));
  }
  // One that is still to begin reads them, and so does the next try of one that failed.
  if (latest?.status !== "completed" || latest.startedAt === null) return;
  const count = await transcripts.countNewer(db(), sessionId, latest.startedAt);
  const session = { id: sessionId, organizationId: latest.organizationId };
  if (count > 0) await analyseAgain(session, latest.version, event("new_words", { count }));
}
