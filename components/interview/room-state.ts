import type { LocalMark } from "@/lib/client/recorder/recorder.ts";
import type { InvitedQuestion, OpenInvitation } from "@/lib/domain/invitation-view.ts";
import type { RoomRecording } from "@/lib/domain/room-recording.ts";

/** What is recorded. Both false: the candidate types, and nothing is recorded. */
export type RecordingChoice = { audio: boolean; video: boolean };

export type GivenAnswer = {
  /** So that a repeated request stores it once. */
  clientKey: string;
  /** Empty when it was skipped, or only spoken where nothing could write along. */
  text: string;
  /** What the speech recognition had heard, where it was corrected since; else null. */
  recognizedText: string | null;
  answeredBy: "voice" | "text" | "both" | "skipped";
  durationSeconds: number;
  audioQuality: string | null;
  /** Mean confidence of the speech recognition, 0–1. */
  confidence: number | null;
  mark: LocalMark | null;
};

/** Something that the candidate can put right by trying again. */
export type Problem = { message: string };

export type ClosedReason = "completed" | "expired" | "revoked" | "not_found";

/** What the server hands over: the first question without an answer, and the next once that one has been asked. */
export type Handed = {
  questions: readonly InvitedQuestion[];
  /** Of the template, and of these those without an answer. */
  total: number;
  unanswered: number;
};

/** @param number from 1 */
type AtQuestion = { sessionId: string; question: InvitedQuestion; number: number };
type Asking = { name: "asking" } & AtQuestion;
type Answering = { name: "answering"; begunAtMs: number; mark: LocalMark | null } & AtQuestion;
type Keeping = {
  name: "keeping";
  answer: GivenAnswer;
  /** What stays on the screen meanwhile. */
  from: Asking | Answering;
} & AtQuestion;

/** Where the candidate stands. Each phase holds exactly what it needs, so no two of them can be true at once. */
export type Phase =
  | { name: "welcome" }
  | { name: "device_check" }
  | { name: "starting"; choice: RecordingChoice; takeOver: boolean; problem: Problem | null }
  /** Another window has the session; with the choice made here, unless this one had it before and its devices are off. */
  | { name: "elsewhere"; choice: RecordingChoice | null }
  | { name: "introducing"; sessionId: string; first: InvitedQuestion | null }
  | Asking
  | Answering
  | Keeping
  /** The answer is kept, and the next question is not here yet. */
  | { name: "waiting"; sessionId: string; given: GivenAnswer | null; problem: Problem | null }
  | { name: "finishing"; sessionId: string; problem: Problem | null }
  | { name: "done" }
  | { name: "closed"; reason: ClosedReason };

export type RoomState = {
  hasIntroduction: boolean;
  /** Somebody was here before this page was opened. */
  returning: boolean;
  /** The candidate wants to go on here, whatever other window has the session. */
  takeOver: boolean;
  /** What is recorded: as the session says once it has begun. */
  recording: RoomRecording;
  /** How many questions there are, and how many of them have no answer yet, that of the phase included. */
  total: number;
  unanswered: number;
  /** The question after the one of the phase, where it has been handed over already. */
  ahead: InvitedQuestion | null;
  /** Ids of the questions that were answered on this page, whether or not the server knows yet. */
  answered: readonly string[];
  phase: Phase;
};

export type RoomEvent =
  | { type: "agreed" }
  | { type: "devices_chosen"; choice: RecordingChoice }
  | { type: "started"; sessionId: string; resumed: boolean; recording: RoomRecording; handed: Handed }
  | { type: "found_elsewhere" }
  | { type: "taken_over" }
  | { type: "continued_here" }
  | { type: "introduced" }
  | { type: "answer_begun"; atMs: number; mark: LocalMark | null }
  | { type: "answer_given"; answer: GivenAnswer }
  /** It is safe on this device. */
  | { type: "answer_kept" }
  | { type: "handed_over"; handed: Handed }
  | { type: "failed"; problem: Problem }
  | { type: "retried" }
  | { type: "ended" }
  | { type: "refused"; reason: ClosedReason };

/** @param agreed the consent that is asked for now has been given before */
export function enterRoom({ invitation, agreed }: { invitation: OpenInvitation; agreed: boolean }): RoomState {
  return {
    hasIntroduction: invitation.introduction.trim() !== "",
    // A program may have begun the sitting: who agrees for the first time has never been here.
    returning: invitation.state === "in_progress" && invitation.consentVersion !== null,
    takeOver: false,
    recording: invitation.recording,
    total: invitation.questionCount,
    unanswered: invitation.questionCount,
    ahead: null,
    answered: [],
    phase: { name: invitation.state === "in_progress" && agreed ? "device_check" : "welcome" },
  };
}

/** One step. An event that does not fit the phase is late or came twice, and changes nothing. */
export function roomReducer(state: RoomState, event: RoomEvent): RoomState {
  const { phase } = state;
  const go = (next: Phase): RoomState => ({ ...state, phase: next });
  switch (event.type) {
    case "agreed":
      return phase.name === "welcome" ? go({ name: "device_check" }) : state;
    case "devices_chosen":
      if (phase.name !== "device_check") return state;
      return go({ name: "starting", choice: event.choice, takeOver: state.takeOver, problem: null });
    case "started":
      return phase.name === "starting" ? begin(state, event) : state;
    case "found_elsewhere":
      return phase.name === "starting" ? go({ name: "elsewhere", choice: phase.choice }) : state;
    case "taken_over":
      return "sessionId" in phase ? go({ name: "elsewhere", choice: null }) : state;
    case "continued_here": {
      if (phase.name !== "elsewhere") return state;
      if (phase.choice) return go({ name: "starting", choice: phase.choice, takeOver: true, problem: null });
      return { ...state, returning: true, takeOver: true, phase: { name: "device_check" } };
    }
    case "introduced":
      return phase.name === "introducing" ? toQuestion(state, phase.sessionId, phase.first) : state;
    case "answer_begun": {
      if (phase.name !== "asking") return state;
      return go({ ...phase, name: "answering", begunAtMs: event.atMs, mark: event.mark });
    }
    case "answer_given": {
      if (phase.name !== "asking" && phase.name !== "answering") return state;
      const { sessionId, question, number } = phase;
      return go({ name: "keeping", sessionId, question, number, answer: event.answer, from: phase });
    }
    case "answer_kept":
      return phase.name === "keeping" ? afterAnswer(state, phase) : state;
    case "handed_over":
      return takeIn(state, event.handed);
    case "failed":
      return "problem" in phase ? go({ ...phase, problem: event.problem }) : state;
    case "retried":
      return "problem" in phase ? go({ ...phase, problem: null }) : state;
    case "ended":
      return phase.name === "finishing" ? go({ name: "done" }) : state;
    case "refused":
      return phase.name === "done" ? state : go({ name: "closed", reason: event.reason });
  }
}

function begin(
  state: RoomState,
  { sessionId, resumed, recording, handed }: Extract<RoomEvent, { type: "started" }>,
): RoomState {
  const { questions, total, unanswered } = handed;
  const [first = null, ahead = null] = questions;
  // What the server knows by now includes what an earlier page of this browser had kept.
  const started = { ...state, recording, takeOver: false, total, unanswered, ahead, answered: [] };
  if (state.hasIntroduction && !resumed) return { ...started, phase: { name: "introducing", sessionId, first } };
  return toQuestion(started, sessionId, first);
}

function afterAnswer(state: RoomState, { sessionId, question, answer }: Keeping): RoomState {
  const given = { ...state, answered: [...state.answered, question.id], unanswered: state.unanswered - 1, ahead: null };
  return toQuestion(given, sessionId, state.ahead, answer);
}

/** Asks a question; without one the interview waits for it, or finishes when there is none any more. */
function toQuestion(
  state: RoomState,
  sessionId: string,
  question: InvitedQuestion | null,
  given: GivenAnswer | null = null,
): RoomState {
  if (state.unanswered <= 0) return { ...state, phase: { name: "finishing", sessionId, problem: null } };
  if (!question) return { ...state, phase: { name: "waiting", sessionId, given, problem: null } };
  return { ...state, phase: { name: "asking", sessionId, question, number: state.total - state.unanswered + 1 } };
}

/** What was answered here since the server was asked counts as answered. */
function takeIn(state: RoomState, { questions, total, unanswered }: Handed): RoomState {
  const { phase, answered } = state;
  if (!("question" in phase) && phase.name !== "waiting") return state;
  const open = questions.filter(({ id }) => !answered.includes(id));
  const known = { ...state, total, unanswered: unanswered - (questions.length - open.length) };
  if (phase.name !== "waiting") {
    return { ...known, ahead: open.find(({ id }) => id !== phase.question.id) ?? state.ahead };
  }
  if (open.length === 0 && known.unanswered > 0) return state; // asked before the latest answer: another answer follows
  return toQuestion({ ...known, ahead: open[1] ?? null }, phase.sessionId, open[0] ?? null);
}
