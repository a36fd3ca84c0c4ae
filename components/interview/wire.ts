import type { InvitedQuestion } from "@/lib/domain/invitation-view.ts";
import type { GivenAnswer } from "./room-state.ts";

/* What the room tells the server, as it stands on the wire. */

/** Where in the recording; null when nothing was recorded. */
type Media = { segment: number; offset_ms: number } | null;

export function questionBody(sessionId: string, question: InvitedQuestion, avatar: string, media: Media) {
  const { id, text, type, difficulty } = question;
  return {
    session_id: sessionId,
    // The template's question is asked once in a sitting, so its id is also the key that keeps it single.
    question_data: { text, type, difficulty, avatar, template_question_id: id, client_key: id, media },
  };
}

export function answerBody(sessionId: string, questionId: string, given: GivenAnswer, media: Media) {
  return {
    session_id: sessionId,
    question_id: questionId,
    answer_data: {
      text: given.text,
      recognized_text: given.recognizedText,
      duration: given.durationSeconds,
      audio_quality: given.audioQuality,
      confidence: given.confidence,
      client_key: given.clientKey,
      answered_by: given.answeredBy,
      media,
    },
  };
}

/** The browser and its window, for whoever reads why something went wrong. */
export function browserInfo(): string {
  const { userAgent, language } = navigator;
  return `${userAgent}; ${language}; window ${window.innerWidth}×${window.innerHeight}`.slice(0, 500);
}
