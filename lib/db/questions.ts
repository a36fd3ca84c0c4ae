import type { QuestionSource } from "../domain/question-source.ts";
import type { Db } from "./client.ts";
import { hasRoom } from "./session-quota.ts";

export type NewQuestion = {
  text: string;
  type: string;
  difficulty: string;
  avatar: string;
  keywords: string[];
  idealAnswer: string;
  alsoRight: string[];
  rubricNotes: string;
  /** Who vouches for it. */
  source: QuestionSource;
  /** What was said of it and does not count. */
  clientClaims: object | null;
  templateQuestionId: string | null;
  clientKey: string | null;
  segmentIndex: number | null;
  segmentOffsetMs: number | null;
  metadata: object;
  /** What it adds to what the session has used. */
  adds: { text_bytes: number; metadata_bytes: number };
};

/**
 * Adds a question to an active session of a valid invitation, in one statement: the session's row gives out the
 * position, so two clients get two positions and the 500th question costs what the first did.
 * @returns the question's id, or null when the session takes no questions (unknown, ended, expired, revoked, as many as it takes)
 */
export async function appendToActiveSession(db: Db, sessionId: string, question: NewQuestion): Promise<string | null> {
  const { adds } = question;
  const rows = await db.$queryRaw<{ id: string }[]>`
    -- prepared: question-append
    WITH session AS (
      UPDATE sessions SET question_count = question_count + 1,
        text_bytes = text_bytes + ${adds.text_bytes}::int, metadata_bytes = metadata_bytes + ${adds.metadata_bytes}::int,
        -- an indexed column: left alone while it is fresh, the update stays a cheap one
        last_seen_at = CASE WHEN last_seen_at < now() - interval '5 seconds' THEN now() ELSE last_seen_at END
      FROM interviews
      WHERE sessions.id = ${sessionId}::uuid AND sessions.status = 'active'
        AND interviews.id = sessions.interview_id AND interviews.revoked_at IS NULL AND interviews.expires_at > now()
        AND ${hasRoom("questions")} AND ${hasRoom("text_bytes", adds.text_bytes)}
        AND ${hasRoom("metadata_bytes", adds.metadata_bytes)}
        AND NOT EXISTS (
          SELECT 1 FROM questions WHERE session_id = ${sessionId}::uuid AND client_key = ${question.clientKey}
        )
      RETURNING sessions.id, sessions.question_count
    )
    INSERT INTO questions (id, session_id, position, text, type, difficulty, avatar, keywords, ideal_answer,
      also_right, rubric_notes, source, client_claims, template_question_id, client_key, segment_index, segment_offset_ms, metadata)
    SELECT gen_random_uuid(), session.id, session.question_count, ${question.text}, ${question.type},
      ${question.difficulty}, ${question.avatar}, ${question.keywords}::text[], ${question.idealAnswer},
      ${question.alsoRight}::text[], ${question.rubricNotes}, ${question.source}, ${question.clientClaims && JSON.stringify(question.clientClaims)}::jsonb,
      ${question.templateQuestionId}::uuid, ${question.clientKey},
      ${question.segmentIndex}::int, ${question.segmentOffsetMs}::int, ${JSON.stringify(question.metadata)}::jsonb
    FROM session
    ON CONFLICT (session_id, client_key) DO NOTHING
    RETURNING id`;
  return rows[0]?.id ?? null;
}

export function findByClientKey(db: Db, sessionId: string, clientKey: string) {
  return db.question.findUnique({
    where: { sessionId_clientKey: { sessionId, clientKey } },
    select: { id: true },
  });
}

/** A question in the words of the version that a session asks, or null. */
export async function findTemplateQuestion(db: Db, sessionId: string, questionId: string) {
  const found = await db.versionQuestion.findFirst({
    where: { questionId, version: { interviews: { some: { session: { id: sessionId } } } } },
  });
  return found && { ...found, id: found.questionId };
}

/** Whether a session is this organisation's. */
export function isSessionOf(db: Db, sessionId: string, organizationId: string): Promise<boolean> {
  return db.session.count({ where: { id: sessionId, organizationId } }).then((count) => count === 1);
}

export function belongsToSession(db: Db, id: string, sessionId: string): Promise<boolean> {
  return db.question.count({ where: { id, sessionId } }).then((count) => count === 1);
}
