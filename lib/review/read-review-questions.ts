import type { ReviewQuestion, ReviewQuestions } from "../contract/review.ts";
import { db } from "../db/client.ts";
import * as reviews from "../db/reviews.ts";
import { PAGE_ROWS } from "../db/session-pages.ts";
import { filesOf } from "./played-from.ts";
import { presentReviewQuestion } from "./present-review-question.ts";

/** As many as are written and shown within a moment. */
export const REVIEW_QUESTIONS = 3 * PAGE_ROWS;

/**
 * The next questions of a session, read a few at a time, so that nobody else waits for a session that has thousands.
 * @param scored the latest analysis with scores; null when there is none
 * @param after a position: only what was asked later
 */
export async function readReviewQuestions(
  { session, template }: reviews.AskedRow,
  scored: { id: string } | null,
  after: number,
): Promise<ReviewQuestions> {
  if (!session) return { questions: [], more_questions_after: null };
  const files = filesOf(session.recording);
  const questions: ReviewQuestion[] = [];
  let last = after;
  while (questions.length < REVIEW_QUESTIONS) {
    const rows = await reviews.questions(db(), session.id, last, PAGE_ROWS);
    const ids = rows.map(({ id }) => id);
    const found = scored ? await reviews.questionAnalyses(db(), scored.id, ids) : [];
    const foundIn = new Map(found.map((one) => [one.questionId, one]));
    for (const row of rows) {
      questions.push(presentReviewQuestion(row, foundIn.get(row.id) ?? null, files, template.coachingNotes));
    }
    last = rows.at(-1)?.position ?? last;
    if (rows.length < PAGE_ROWS) return { questions, more_questions_after: null };
  }
  const [more] = await reviews.questions(db(), session.id, last, 1);
  return { questions, more_questions_after: more ? last : null };
}
