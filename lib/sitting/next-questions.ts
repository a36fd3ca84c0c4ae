import { type NextQuestions, nextSteps } from "./next-steps.ts";

/**
 * What is handed over to the room now: at most the question that comes and the one after it.
 * @throws AppError `session_not_found`, `session_ended`, `invitation_revoked`, `invitation_expired`
 */
export async function nextQuestions(sessionId: string): Promise<NextQuestions> {
  return (await nextSteps(sessionId)).next;
}
