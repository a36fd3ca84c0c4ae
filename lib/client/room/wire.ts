import { MAX_ANSWER_SECONDS } from "../../contract/interview.ts";
import type { InvitedQuestion } from "../../domain/invitation-view.ts";
import type { HeardNextQuestions } from "../interview-api.ts";
import type { KeptAnswer, KeptQuestion } from "../outbox/outbox-entry.ts";
import type { LocalMark } from "../recorder/recorder.ts";
import { readPlan } from "./read-plan.ts";
import type { GivenAnswer, Handed } from "./room-state.ts";

/* What the room tells the server and hears from it, as it stands on the wire. */

export function keptQuestion(question: InvitedQuestion, avatar: string, mark: LocalMark | null): KeptQuestion {
  const { id, text, type, difficulty } = question;
  // The template's question is asked once in a sitting, so its id is also the key that keeps it single.
  return { data: { text, type, difficulty, avatar, template_question_id: id, client_key: id }, mark };
}

/** Nothing that a page left open, or a paste, makes of an answer may have the server refuse it: it could not be mended any more. */
export function keptAnswer(given: GivenAnswer): KeptAnswer {
  return {
    data: {
      text: storable(given.text),
      recognized_text: given.recognizedText === null ? null : storable(given.recognizedText),
      duration: Math.min(given.durationSeconds, MAX_ANSWER_SECONDS),
      audio_quality: given.audioQuality,
      confidence: given.confidence,
      client_key: given.clientKey,
      answered_by: given.answeredBy,
    },
    mark: given.mark,
  };
}

/** Half a character, as a cut through an emoji leaves it, and NUL are no text to the server. */
const storable = (text: string) => text.toWellFormed().replaceAll("\0", "");

export function handedOver({ questions, total, unanswered, plan }: HeardNextQuestions): Handed {
  const handed = questions.map(({ template_question_id: id, step = id, text, type, difficulty, answer_seconds }) => ({
    ...{ id, step, text, type, difficulty },
    answerSeconds: answer_seconds,
  }));
  return { questions: handed, plan: readPlan(plan, { questions: handed, total, unanswered }) };
}

/** The browser and its window, for whoever reads why something went wrong. */
export function browserInfo(): string {
  const { userAgent, language } = navigator;
  return `${userAgent}; ${language}; window ${window.innerWidth}×${window.innerHeight}`.slice(0, 500);
}
