import type { NextQuestionsAnswer, PlanStep } from "../../contract/interview-answers.ts";
import { NO_ACCOMMODATIONS } from "../../domain/accommodations.ts";
import type { OpenInvitation } from "../../domain/invitation-view.ts";
import { makePlan } from "../../domain/room-plan.ts";
import { ROOM_RECORDING } from "../../domain/room-recording.ts";

/* An interview of three questions, as the server tells of it. For tests of the room. */

export const IDS = ["one", "two", "three"].map((_, at) => `8ee89711-330c-4ccf-a9a2-e65ad12bbd7${at}`);

export function listQuestions(): NextQuestionsAnswer["questions"] {
  return IDS.map((id, at) => ({
    template_question_id: id,
    step: id,
    text: `Question ${at + 1}?`,
    type: "general",
    difficulty: "medium",
    answer_seconds: null,
  }));
}

export function planOnTheWire(answered: readonly string[] = []): PlanStep[] {
  const step = (kind: string) => ({ id: kind, kind, done: kind === "consent" && answered.length > 0, question: null });
  const limits = { attempt: 1, prep_seconds: null, answer_seconds: null, retakes: 0 };
  return [
    ...["consent", "devices", "introduction"].map(step),
    ...IDS.map((id) => ({
      ...{ id, kind: "question", done: answered.includes(id) },
      question: { template_question_id: id, ...limits },
    })),
    step("receipt"),
  ];
}

export function invitationTo(over: Partial<OpenInvitation> = {}): OpenInvitation {
  const limits = { prepSeconds: null, answerSeconds: null, retakes: 0 };
  return {
    state: "open",
    locale: "en",
    token: "token",
    openUntil: "2037-01-01T00:00:00.000Z",
    localKey: "k",
    organization: "Lighthouse",
    candidateName: "Grace",
    roleTitle: "Keeper",
    introduction: "Welcome ashore.",
    avatar: "default",
    avatarSettings: { name: "Ava", language: "en" },
    questionCount: IDS.length,
    plan: makePlan({
      agreed: over.state === "in_progress" && over.agreed === true,
      hasIntroduction: true,
      questions: IDS.map((id) => ({ id, answered: false, ...limits })),
      accommodations: NO_ACCOMMODATIONS,
    }),
    minutes: 10,
    recording: ROOM_RECORDING,
    serverVoice: false,
    outside: null,
    writesDown: "nowhere",
    browserRecognition: false,
    consentVersion: null,
    notice: { facts: [], agreement: "I agree." },
    consentHash: "0".repeat(64),
    agreed: false,
    deletion: null,
    ...over,
  };
}
