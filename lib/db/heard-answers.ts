import type { Db } from "./client.ts";
import { hasRoom } from "./session-quota.ts";

/** `text`: as it counts; `heard`: what was last written down of it, null before. */
export type HeardAnswerRow = {
  answerId: string;
  questionId: string;
  /** Which it was, from 1. */
  number: number;
  question: string;
  text: string;
  heard: string | null;
  /** What heard it: the model's name and its host; null before. */
  model: string | null;
  host: string | null;
  isCorrected: boolean;
};

/** The answers of a session that count and were only spoken, in the order they were asked: those that were to be written down here. */
export function list(db: Db, sessionId: string): Promise<HeardAnswerRow[]> {
  return db.$queryRaw<HeardAnswerRow[]>`
    SELECT a.id AS "answerId", q.id AS "questionId", q.position AS number, q.text AS question, a.text,
      a.corrected_at IS NOT NULL AS "isCorrected",
      t.text AS heard, t.model, t.host
    FROM questions q
    JOIN LATERAL (
      SELECT * FROM answers WHERE question_id = q.id ORDER BY position DESC LIMIT 1
    ) a ON true
    JOIN transcription_tasks task ON task.answer_id = a.id
    LEFT JOIN LATERAL (
      SELECT text, model, host FROM transcripts WHERE answer_id = a.id ORDER BY created_at DESC, id DESC LIMIT 1
    ) t ON true
    WHERE q.session_id = ${sessionId}::uuid ORDER BY q.position`;
}

/** `endedAt`: of its session, as it is known with the change; null while that goes on. */
export type Corrected = { isChanged: boolean; endedAt: Date | null };

/**
 * Keeps what the candidate says they said, beside what was heard, which stays. Only of the answer that counts, and only where no word
 * of it was written by hand. What counts already is not kept once more.
 * @param bytes of the text, which count against the session's quota
 * @returns null where there is no such answer; `isChanged` is false also where there is no room
 */
export async function correct(
  db: Db,
  { sessionId, answerId, text, bytes }: { sessionId: string; answerId: string; text: string; bytes: number },
): Promise<(Corrected & { isSame: boolean }) | null> {
  const [corrected] = await db.$queryRaw<(Corrected & { isSame: boolean })[]>`
    WITH heard AS (
      SELECT a.id, a.session_id, t.text,
        CASE WHEN a.corrected_at IS NULL THEN t.text ELSE a.text END = ${text} AS is_same
      FROM answers a
      JOIN LATERAL (
        SELECT text FROM transcripts WHERE answer_id = a.id ORDER BY created_at DESC, id DESC LIMIT 1
      ) t ON t.text <> ''
      WHERE a.id = ${answerId}::uuid AND a.session_id = ${sessionId}::uuid
        AND (a.text = '' OR a.corrected_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM answers l WHERE l.question_id = a.question_id AND l.position > a.position)
    ), counted AS (
      UPDATE sessions SET text_bytes = text_bytes + ${bytes}::int FROM heard
      WHERE sessions.id = heard.session_id AND NOT heard.is_same AND ${hasRoom("text_bytes", bytes)}
      RETURNING sessions.id, sessions.ended_at
    ), changed AS (
      UPDATE answers SET text = ${text}, recognized_text = heard.text, corrected_at = clock_timestamp()
      FROM heard, counted WHERE answers.id = heard.id
      RETURNING answers.id
    )
    SELECT heard.is_same AS "isSame", changed.id IS NOT NULL AS "isChanged", counted.ended_at AS "endedAt"
    FROM heard LEFT JOIN counted ON true LEFT JOIN changed ON true`;
  return corrected ?? null;
}
