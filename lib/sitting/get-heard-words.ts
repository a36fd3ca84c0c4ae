import type { HEARD_STATES } from "../contract/heard-words.ts";
import { db } from "../db/client.ts";
import * as heardAnswers from "../db/heard-answers.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { creditOf } from "../speech/credit.ts";
import { getCorrectableSession } from "./correctable-session.ts";

export type HeardWords = {
  answerId: string;
  questionId: string;
  number: number;
  question: string;
  state: (typeof HEARD_STATES)[number];
  text: string | null;
  /** Of the model that heard it, where its licence wants one. */
  credit: string | null;
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
  return rows.map(({ text, heard, model, host, ...row }) => {
    const state = stateOf(heard, found.get(row.answerId)?.state);
    return { ...row, state, text: row.isCorrected ? text : heard, credit: creditOf(host, model) };
  });
}

/** What has words once keeps them, also while it is written down again. */
function stateOf(heard: string | null, task: tasks.TaskState | undefined): HeardWords["state"] {
  if (heard !== null) return "written";
  return task === "queued" || task === "running" ? "waiting" : "none";
}
