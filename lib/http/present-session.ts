import type { z } from "zod";
import type { SessionAnswer, SessionDataAnswer, SessionQuestion } from "../contract/interview-answers.ts";
import { wasSkipped } from "../domain/answer.ts";
import { toRecordingSeconds } from "../domain/media-time.ts";
import type { QuestionSource } from "../domain/question-source.ts";
import type { ClientClaims } from "../interview/question-yardstick.ts";
import type { getSessionData } from "../interview/read-results.ts";
import { presentTime, presentTimeOrNull } from "./present-time.ts";

type SessionRow = Awaited<ReturnType<typeof getSessionData>>;
type Metadata = Record<string, unknown>;

/**
 * @param mayWrite whether whoever asks may write to interviews. The candidate's token is for them; everybody else gets the
 *   interview's own id in its place, which opens nothing
 */
export function presentSession(session: SessionRow, mayWrite: boolean): SessionDataAnswer {
  const { recording, interview } = session;
  return {
    success: true,
    session_data: {
      session_id: session.publicId,
      candidate_id: session.candidateId,
      interview_token: mayWrite ? interview.token : interview.id,
      start_time: presentTime(session.startedAt),
      end_time: presentTimeOrNull(session.endedAt),
      duration_seconds: session.endedAt && Math.round((session.endedAt.getTime() - session.startedAt.getTime()) / 1000),
      questions: session.questions.map((question) => presentQuestion(question, session)),
      answers: session.answers.map((answer) => presentAnswer(answer, session)),
      recording_file: recording?.file ?? null,
      status: session.status,
      technical_issues: presentEvents(session, "technical_issue"),
      session_logs: presentEvents(session, "log"),
    },
  };
}

type Question = SessionRow["questions"][number];
type Answer = SessionRow["answers"][number];

/** A question of the candidate's side is told back as it was sent; what it is judged by stands in its analysis. */
function presentQuestion(question: Question, session: SessionRow): z.infer<typeof SessionQuestion> {
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

function presentAnswer(answer: Answer, session: SessionRow): z.infer<typeof SessionAnswer> {
  const superseded = session.answers.some(
    (other) => other.questionId === answer.questionId && other.position > answer.position,
  );
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
    superseded,
    position: answer.position,
    timestamp: answer.answeredAt.toISOString(),
    media_offset_seconds: toRecordingSeconds(answer, segmentsOf(session)),
    metadata: answer.metadata as Metadata,
  };
}

function presentEvents(session: SessionRow, kind: string) {
  return session.events
    .filter((event) => event.kind === kind)
    .map((event) => ({
      code: event.code,
      message: event.message,
      timestamp: event.at.toISOString(),
      media_offset_seconds: toRecordingSeconds(event, segmentsOf(session)),
    }));
}

function segmentsOf(session: SessionRow) {
  return session.recording?.segments ?? [];
}
