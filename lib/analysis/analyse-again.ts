import * as analyses from "../db/analyses.ts";
import { transaction } from "../db/client.ts";
import * as events from "../db/session-events.ts";
import { addJob } from "../queue/add-job.ts";
import type { Happened } from "../words/happened.ts";

/**
 * Adds the next version of an analysis that nobody asked for.
 * @param version the latest that is known; where somebody has asked for another one meanwhile, nothing happens: it hears the same
 * @param why for the session's log
 */
export async function analyseAgain(
  session: { id: string; organizationId: string },
  version: number,
  why: Happened,
): Promise<void> {
  await transaction(async (tx) => {
    const latest = await analyses.lockLatest(tx, session.organizationId, session.id);
    if (latest?.version !== version) return;
    await events.append(tx, { sessionId: session.id, kind: "log", ...why });
    await addJob(tx, "analysis.run", { analysisId: await analyses.createNext(tx, session) });
  });
}
