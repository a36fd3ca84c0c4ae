import type { Tools } from "../../analysis/configured-scorer.ts";
import type { Scorer } from "../../analysis/scorer.ts";
import { StartSessionBody } from "../../contract/interview.ts";
import * as analyses from "../../db/analyses.ts";
import { db, transaction } from "../../db/client.ts";
import { addAnswer } from "../../sitting/add-answer.ts";
import { addQuestion } from "../../sitting/add-question.ts";
import { startSession } from "../../sitting/start-session.ts";
import { testOrganization, testTemplate } from "../database/database.ts";
import { testInvitation } from "../invitation.ts";

/** Stored interviews that wait to be scored, for tests. */

export type PendingAnalysis = { analysisId: string; sessionId: string; organizationId: string };

const SLOW_QUERY = { text: "How do you find a slow query?", type: "technical", keywords: ["query plan", "index"] };

/** A session with one answered question for each text, and a pending analysis. */
export async function pendingAnalysis(
  texts: string[],
  { name = "Ada", question_data = SLOW_QUERY }: { name?: string; question_data?: typeof SLOW_QUERY } = {},
): Promise<PendingAnalysis> {
  const actor = await testOrganization();
  await testTemplate(actor);
  const { token } = await testInvitation({ name, email: "someone@example.com" }, actor);
  const { sessionId } = await startSession(StartSessionBody.parse({ interview_token: token }), null);
  for (const text of texts) {
    const question_id = await addQuestion({ session_id: sessionId, question_data }, actor);
    await addAnswer({ session_id: sessionId, question_id, answer_data: { text } });
  }
  const session = { id: sessionId, organizationId: actor.organizationId };
  const analysisId = await transaction((tx) => analyses.createNext(tx, session));
  return { analysisId, sessionId, organizationId: actor.organizationId };
}

/** The latest analysis as it is read. */
export async function readAnalysis({ organizationId, sessionId }: PendingAnalysis) {
  const found = await analyses.findLatest(db(), organizationId, sessionId);
  if (!found) throw new Error("there is no analysis");
  return found;
}

/** This scorer, whatever is configured. */
export function using(scorer: Scorer): Tools {
  return { scorerFor: () => scorer, transcriberFor: () => null, concurrency: () => 2 };
}
