import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { databaseNow } from "../db/clock.ts";
import * as organizations from "../db/organizations.ts";
import { addJob } from "../queue/add-job.ts";
import { requestUnheard } from "../transcription/request-unheard.ts";
import { withUnheard } from "../transcription/unheard-answers.ts";
import { event } from "../words/happened.ts";
import { analyseAgain } from "./analyse-again.ts";
import { CONFIGURED, SANDBOX, type Tools } from "./configured-scorer.ts";

/** An analysis that is being made may have listened before the late parts came: it is waited for. */
const LOOK_AGAIN_MS = 30_000;

/**
 * A finished interview has a new version of its recording. Where answers that were only spoken sound otherwise than when they were written
 * down, because their parts came late, the interview is analysed once more, as a new version: those answers are transcribed and scored
 * again, of the others nothing is paid twice. On this machine they are written down first, and what is scored follows from that. Without a
 * model that transcribes, or when nothing else is heard, nothing happens.
 *
 * @throws whatever storage or disk say; trying again may go better
 */
export async function hearLateSound({ sessionId }: { sessionId: string }, given: Tools = CONFIGURED): Promise<void> {
  const tools = (await organizations.isSandboxSession(db(), sessionId)) ? SANDBOX : given;
  const speech = tools.speech?.();
  if (speech) return requestUnheard(sessionId, speech.words);
  const latest = await analyses.findStanding(db(), sessionId);
  if (latest?.status === "processing") {
    const startAfter = new Date((await databaseNow(db())).getTime() + LOOK_AGAIN_MS);
    return transaction((tx) => addJob(tx, "analysis.hear-late-sound", { sessionId }, { startAfter }));
  }
  // One that is still to begin hears all of it, and so does the next try of one that failed.
  if (latest?.status !== "completed") return;
  const transcriber = tools.transcriberFor(latest.requestedScorer);
  if (!transcriber) return;
  const { host, model } = transcriber;
  const count = await withUnheard(sessionId, { host, model }, async ({ unheard }) => unheard.length);
  const session = { id: sessionId, organizationId: latest.organizationId };
  if (count > 0) await analyseAgain(session, latest.version, event("late_sound", { count }));
}
