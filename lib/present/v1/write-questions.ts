import { setImmediate } from "node:timers/promises";
import { db } from "../../db/client.ts";
import * as pages from "../../db/session-pages.ts";
import { presentQuestion, type SessionHead } from "../documented/session.ts";
import { positionCursor } from "./cursor.ts";
import { presentHeardAnswer } from "./transcript.ts";

/**
 * One page of a session's questions as JSON text, each with the answer that counts. Read a few at a time: the largest rows there can be
 * must not keep others waiting.
 * @param after the position that the page begins behind; 0: at the first question
 * @param limit how many questions at most
 */
export async function* writeQuestions(session: SessionHead, after: number, limit: number): AsyncGenerator<string> {
  let [last, left] = [after, limit];
  yield '{"success":true,"data":[';
  while (left > 0) {
    const rows = await pages.questions(db(), session.id, last, Math.min(left, pages.PAGE_ROWS));
    const ids = rows.map(({ id }) => id);
    const answers = await pages.countingAnswers(db(), session.id, ids);
    for (const row of rows) {
      const answer = answers.get(row.id);
      const item = { ...presentQuestion(row, session), answer: answer ? presentHeardAnswer(answer, session) : null };
      yield `${left === limit ? "" : ","}${JSON.stringify(item)}`;
      last = row.position;
      left -= 1;
    }
    if (rows.length < pages.PAGE_ROWS) break;
    await setImmediate(); // others have their turn
  }
  const more = left === 0 && (await pages.questions(db(), session.id, last, 1)).length > 0;
  yield `],"next_cursor":${JSON.stringify(more ? positionCursor(last) : null)}}`;
}
