import type { HEARD_STATES } from "../contract/heard-words.ts";
import { db } from "../db/client.ts";
import * as heardAnswers from "../db/heard-answers.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { getCorrectableSession } from "./correctable-session.ts";

export type HeardWords = {
  answerId: string;
  questionId: string;
  question: string;
  state: (typeof HEARD_STATES)[number];
  text: string | null;
  isCorrected: boolean;
};

/**
 * What was heard in the answers of a sitting that were only spoken, for its candidate.
 * @throws AppError as `getCorrectableSession`
 */
export async function getHeardWords(sessionId: string): Promise<HeardWords[]> {
  const { id } = await getCorrectableSession(db(), sessionId);
  const rows = await heardAnswers.list(db(), id);
  const found = await tasks.find(
    db(),
    rows.map(({ answerId }) => answerId),
  );
  return rows.map(({ answerId, questionId, question, text, heard, isCorrected }) => {
    const task = found.get(answerId)?.state ?? null;
    const state = isWaiting(task) ? "waiting" : heard === null ? "none" : "written";
    const words = isCorrected ? text : heard;
    return { answerId, questionId, question, state, text: state === "written" ? words : null, isCorrected };
  });
}

function isWaiting(task: tasks.TaskState | null): boolean {
  return task === "queued" || task === "running";
}
