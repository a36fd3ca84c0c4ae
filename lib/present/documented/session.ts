import type { z } from "zod";
import type { SessionAnswer, SessionQuestion } from "../../contract/interview-answers.ts";
import type { AnswerRow, EventRow, QuestionRow } from "../../db/session-pages.ts";
import { wasSkipped } from "../../domain/answer.ts";
import { toRecordingSeconds } from "../../domain/media-time.ts";
import type { QuestionSource } from "../../domain/question-source.ts";
import type { ClientClaims } from "../../sitting/question-yardstick.ts";
import type { getSessionHead } from "../../sitting/read-results.ts";
import { eventMessage } from "../events.ts";
import { presentTime, presentTimeOrNull } from "../time.ts";

export type SessionHead = Awaited<ReturnType<typeof getSessionHead>>;
type Metadata = Record<string, unknown>;

/**
 * What comes before the questions.
 * @param mayWrite whether whoever asks may write to interviews. The candidate's token is for them; everybody else gets the
 *   interview's own id in its place, which opens nothing
 */
export function presentSessionHead(session: SessionHead, mayWrite: boolean) {
  const { startedAt, endedAt, interview } = session;
  return {
    session_id: session.publicId,
    candidate_id: session.candidateId,
    interview_token: mayWrite ? interview.token : interview.id,
    start_time: presentTime(startedAt),
    end_time: presentTimeOrNull(endedAt),
    duration_seconds: endedAt && Math.round((endedAt.getTime() - startedAt.getTime()) / 1000),
  };
}

/** What comes after the answers. */
export function presentSessionEnd({ recording, status }: SessionHead) {
  return { recording_file: recording?.file ?? null, status };
}

/** A question of the candidate's side is told back as it was sent; what it is judged by stands in its analysis. */
export function presentQuestion(question: QuestionRow, session: SessionHead): z.infer<typeof SessionQuestion> {
  const claims = question.clientClaims as ClientClaims | null;
  const told = question.source === "candidate" ? claims : null;
  return {
    question_id: question.id,
    text: question.text,
    type: told?.type ?? question.type,
    avatar: question.avatar,
    keywords: told?.keywords ?? question.keywords,
    difficulty: told?.difficulty ?? question.difficulty,
    position: question.position,
    timestamp: question.askedAt.toISOString(),
    media_offset_seconds: toRecordingSeconds(question, segmentsOf(session)),
    source: question.source as QuestionSource,
    client_claims: claims,
    metadata: question.metadata as Metadata,
  };
}

export function presentAnswer(answer: AnswerRow, session: SessionHead): z.infer<typeof SessionAnswer> {
  return {
    answer_id: answer.id,
    question_id: answer.questionId,
    text: answer.text,
    recognized_text: answer.recognizedText,
    duration: answer.durationSeconds,
    audio_quality: answer.audioQuality,
    confidence: answer.confidence,
    answered_by: answer.answeredBy,
    skipped: wasSkipped(answer),
    superseded: answer.superseded,
    position: answer.position,
    timestamp: answer.answeredAt.toISOString(),
    media_offset_seconds: toRecordingSeconds(answer, segmentsOf(session)),
    metadata: answer.metadata as Metadata,
  };
}

export function presentEvent(event: EventRow, session: SessionHead) {
  return {
    code: event.code,
    message: eventMessage(event),
    timestamp: event.at.toISOString(),
    media_offset_seconds: toRecordingSeconds(event, segmentsOf(session)),
  };
}

function segmentsOf(session: SessionHead) {
  return session.recording?.segments ?? [];
}
