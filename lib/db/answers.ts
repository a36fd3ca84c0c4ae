import type { Db } from "./client.ts";
import { hasRoom } from "./session-quota.ts";

export type NewAnswer = {
  questionId: string;
  text: string;
  recognizedText: string | null;
  durationSeconds: number | null;
  audioQuality: string | null;
  answeredBy: string | null;
  confidence: number | null;
  clientKey: string | null;
  segmentIndex: number | null;
  segmentOffsetMs: number | null;
  metadata: object;
  /** What it adds to what the session has used. */
  adds: { text_bytes: number; metadata_bytes: number };
};

/**
 * Adds an answer to a question of an active session of a valid invitation, in one statement. A second answer to the
 * same question is a retake: both stay, the later one counts.
 * @returns the answer's id, or null when nothing was added (session unknown, ended, expired, revoked, with as many as it takes; question not in it)
 */
export async function appendToActiveSession(db: Db, sessionId: string, answer: NewAnswer): Promise<string | null> {
  const { adds } = answer;
  const rows = await db.$queryRaw<{ id: string }[]>`
    -- prepared: answer-append
    WITH session AS (
      UPDATE sessions SET answer_count = answer_count + 1,
        text_bytes = text_bytes + ${adds.text_bytes}::int, metadata_bytes = metadata_bytes + ${adds.metadata_bytes}::int,
        -- an indexed column: left alone while it is fresh, the update stays a cheap one
        last_seen_at = CASE WHEN last_seen_at < now() - interval '5 seconds' THEN now() ELSE last_seen_at END
      FROM interviews, questions
      WHERE sessions.id = ${sessionId}::uuid AND sessions.status = 'active'
        AND interviews.id = sessions.interview_id AND interviews.revoked_at IS NULL AND interviews.expires_at > now()
        AND questions.id = ${answer.questionId}::uuid AND questions.session_id = sessions.id
        AND ${hasRoom("answers")} AND ${hasRoom("text_bytes", adds.text_bytes)}
        AND ${hasRoom("metadata_bytes", adds.metadata_bytes)}
        AND NOT EXISTS (
          SELECT 1 FROM answers WHERE session_id = ${sessionId}::uuid AND client_key = ${answer.clientKey}
        )
      RETURNING sessions.id, sessions.answer_count
    )
    INSERT INTO answers (id, session_id, question_id, position, text, recognized_text, duration_seconds, audio_quality, answered_by,
      confidence, client_key, segment_index, segment_offset_ms, metadata)
    SELECT gen_random_uuid(), session.id, ${answer.questionId}::uuid, session.answer_count, ${answer.text},
      ${answer.recognizedText}, ${answer.durationSeconds}::float8, ${answer.audioQuality}, ${answer.answeredBy}, ${answer.confidence}::float8,
      ${answer.clientKey}, ${answer.segmentIndex}::int, ${answer.segmentOffsetMs}::int, ${JSON.stringify(answer.metadata)}::jsonb
    FROM session
    ON CONFLICT (session_id, client_key) DO NOTHING
    RETURNING id`;
  return rows[0]?.id ?? null;
}

export function findByClientKey(db: Db, sessionId: string, clientKey: string) {
  return db.answer.findUnique({
    where: { sessionId_clientKey: { sessionId, clientKey } },
    select: { id: true },
  });
}
