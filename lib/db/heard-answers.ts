import type { Db } from "./client.ts";
import { hasRoom } from "./session-quota.ts";

/** `text`: as it counts; `heard`: what was last written down of it, null before. */
export type HeardAnswerRow = {
  answerId: string;
  questionId: string;
  question: string;
  text: string;
  heard: string | null;
  isCorrected: boolean;
};

/** The answers of a session that count and were only spoken, in the order they were asked: those that were to be written down here. */
export function list(db: Db, sessionId: string): Promise<HeardAnswerRow[]> {
  return db.$queryRaw<HeardAnswerRow[]>`
    SELECT a.id AS "answerId", q.id AS "questionId", q.text AS question, a.text,
      a.corrected_at IS NOT NULL AS "isCorrected",
      (SELECT t.text FROM transcripts t WHERE t.answer_id = a.id ORDER BY t.created_at DESC, t.id DESC LIMIT 1) AS heard
    FROM questions q
    JOIN LATERAL (
      SELECT * FROM answers WHERE question_id = q.id ORDER BY position DESC LIMIT 1
    ) a ON true
    JOIN transcription_tasks task ON task.answer_id = a.id
    WHERE q.session_id = ${sessionId}::uuid ORDER BY q.position`;
}

/**
 * Keeps what the candidate says they said, beside what was heard, which stays. Only of the answer that counts, and only where no word
 * of it was written by hand.
 * @param bytes of the text, which count against the session's quota
 * @returns how often: 0 where there is no such answer, or no room
 */
export function correct(
  db: Db,
  { sessionId, answerId, text, bytes }: { sessionId: string; answerId: string; text: string; bytes: number },
): Promise<number> {
  return db.$executeRaw`
    WITH heard AS (
      SELECT t.answer_id, t.text FROM transcripts t
      WHERE t.answer_id = ${answerId}::uuid AND t.text <> '' ORDER BY t.created_at DESC, t.id DESC LIMIT 1
    ), counted AS (
      UPDATE sessions SET text_bytes = text_bytes + ${bytes}::int
      WHERE id = ${sessionId}::uuid AND ${hasRoom("text_bytes", bytes)}
        AND EXISTS (
          SELECT 1 FROM answers a JOIN heard ON heard.answer_id = a.id
          WHERE a.session_id = sessions.id AND (a.text = '' OR a.corrected_at IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM answers l WHERE l.question_id = a.question_id AND l.position > a.position)
        )
      RETURNING id
    )
    UPDATE answers SET text = ${text}, recognized_text = heard.text, corrected_at = clock_timestamp()
    FROM heard, counted WHERE answers.id = heard.answer_id AND answers.session_id = counted.id`;
}
