import { type Db, db, transaction } from "../db/client.ts";
import * as heardAnswers from "../db/heard-answers.ts";
import { isUuid } from "../domain/ids.ts";
import { AppError } from "../errors.ts";
import { addJob } from "../queue/add-job.ts";
import { holdUnrestricted } from "../restriction/assert-unrestricted.ts";
import { getCorrectableSession } from "./correctable-session.ts";
import { jsonBytes } from "./metadata.ts";
import { assertWithinQuota } from "./session-limit.ts";

/** Corrections one after the other make one new analysis. */
const GATHERED_SECONDS = 20;

/**
 * Keeps how the candidate puts right what was heard in a spoken answer. What was heard stays beside it. What has been scored already
 * is scored again, as a new version. The same words again change nothing.
 * @throws AppError as `getCorrectableSession`, `answer_not_found`, `session_limit_reached`
 */
export async function correctWords(sessionId: string, answerId: string, text: string): Promise<void> {
  const session = await getCorrectableSession(db(), sessionId);
  if (!isUuid(answerId)) throw new AppError("answer_not_found");
  const correction = { sessionId: session.id, answerId, text: text.trim(), bytes: jsonBytes(text.trim()) };
  const corrected = await transaction(async (tx) => {
    await holdUnrestricted(tx, { sessionId: session.id });
    const made = await heardAnswers.correct(tx, correction);
    if (made?.isChanged && made.endedAt) await scoreAgain(tx, session.id);
    return made;
  });
  if (!corrected) throw new AppError("answer_not_found");
  if (!corrected.isChanged && !corrected.isSame) await assertWithinQuota(session.id, { text_bytes: correction.bytes });
}

async function scoreAgain(tx: Db, sessionId: string): Promise<void> {
  const gathered = { key: `corrected ${sessionId}`, withinSeconds: GATHERED_SECONDS };
  await addJob(tx, "analysis.hear-new-words", { sessionId }, gathered);
}
