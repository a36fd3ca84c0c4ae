import { db, transaction } from "../db/client.ts";
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
 * is scored again, as a new version.
 * @throws AppError as `getCorrectableSession`, `answer_not_found`, `session_limit_reached`
 */
export async function correctWords(sessionId: string, answerId: string, text: string): Promise<void> {
  const session = await getCorrectableSession(db(), sessionId);
  if (!isUuid(answerId)) throw new AppError("answer_not_found");
  const correction = { sessionId: session.id, answerId, text: text.trim(), bytes: jsonBytes(text.trim()) };
  const corrected = await transaction(async (tx) => {
    await holdUnrestricted(tx, { sessionId: session.id });
    const count = await heardAnswers.correct(tx, correction);
    if (count > 0 && session.endedAt) {
      const gathered = { key: `corrected ${session.id}`, withinSeconds: GATHERED_SECONDS };
      await addJob(tx, "analysis.hear-new-words", { sessionId: session.id }, gathered);
    }
    return count > 0;
  });
  if (corrected) return;
  await assertWithinQuota(session.id, { text_bytes: correction.bytes });
  throw new AppError("answer_not_found");
}
