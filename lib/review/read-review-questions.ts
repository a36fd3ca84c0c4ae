import { db } from "../db/client.ts";
import * as reviews from "../db/reviews.ts";
import { PAGE_ROWS } from "../db/session-pages.ts";
import type { TaskRow } from "../db/transcription-tasks.ts";
import * as tasks from "../db/transcription-tasks.ts";

/** As many as are written and shown within a moment. */
export const REVIEW_QUESTIONS = 3 * PAGE_ROWS;

/** A question, what was found in its answers, and where the work of writing the one that counts down stands. */
export type AskedQuestion = {
  row: reviews.ReviewQuestionRow;
  found: reviews.QuestionAnalysisRow | null;
  writing: TaskRow | null;
};

/** Some questions of an interview in their order. */
export type AskedQuestions = {
  of: reviews.AskedRow;
  questions: AskedQuestion[];
  /** The position beyond which there are more; null: there are none. */
  moreAfter: number | null;
};

/**
 * The next questions of a session, read a few at a time, so that nobody else waits for a session that has thousands.
 * @param scored the latest analysis with scores; null when there is none
 * @param after a position: only what was asked later
 */
export async function readReviewQuestions(
  of: reviews.AskedRow,
  scored: { id: string } | null,
  after: number,
): Promise<AskedQuestions> {
  const { session } = of;
  if (!session) return { of, questions: [], moreAfter: null };
  const questions: AskedQuestion[] = [];
  let last = after;
  while (questions.length < REVIEW_QUESTIONS) {
    const rows = await reviews.questions(db(), session.id, last, PAGE_ROWS);
    const ids = rows.map(({ id }) => id);
    const found = scored ? await reviews.questionAnalyses(db(), scored.id, ids) : [];
    const foundIn = new Map(found.map((one) => [one.questionId, one]));
    const writing = await tasks.find(
      db(),
      rows.flatMap(({ answers: [answer] }) => answer?.id ?? []),
    );
    for (const row of rows) {
      const task = writing.get(row.answers[0]?.id ?? "") ?? null;
      questions.push({ row, found: foundIn.get(row.id) ?? null, writing: task });
    }
    last = rows.at(-1)?.position ?? last;
    if (rows.length < PAGE_ROWS) return { of, questions, moreAfter: null };
  }
  const [more] = await reviews.questions(db(), session.id, last, 1);
  return { of, questions, moreAfter: more ? last : null };
}
