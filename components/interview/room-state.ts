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

type Asking = { name: "asking"; sessionId: string; index: number };
type Answering = { name: "answering"; sessionId: string; index: number; begunAtMs: number; mark: LocalMark | null };
type Saving = {
  name: "saving";
  sessionId: string;
  index: number;
  answer: GivenAnswer;
  problem: Problem | null;
  /** What stays on the screen meanwhile. */
  from: Asking | Answering;
};

/** Where the candidate stands. Each phase holds exactly what it needs, so no two of them can be true at once. */
export type Phase =
  | { name: "welcome" }
  | { name: "device_check" }
  | { name: "starting"; choice: RecordingChoice; takeOver: boolean; problem: Problem | null }
  /** Another window has the session; with the choice made here, unless this one had it before and its devices are off. */
  | { name: "elsewhere"; choice: RecordingChoice | null }
  | { name: "introducing"; sessionId: string }
  | Asking
  | Answering
  | Saving
  | { name: "finishing"; sessionId: string; problem: Problem | null }
  | { name: "done" }
  | { name: "closed"; reason: ClosedReason };

export type RoomState = {
  questions: readonly InvitedQuestion[];
  hasIntroduction: boolean;
  /** The sitting had begun before this page was opened. */
  returning: boolean;
  /** The candidate wants to go on here, whatever other window has the session. */
  takeOver: boolean;
  /** What is recorded: as the session says once it has begun. */
  recording: RoomRecording;
  /** Ids of the template's questions that have an answer. */
  answered: readonly string[];
  phase: Phase;
};

export type RoomEvent =
  | { type: "agreed" }
  | { type: "devices_chosen"; choice: RecordingChoice }
  | { type: "started"; sessionId: string; answered: string[]; resumed: boolean; recording: RoomRecording }
  | { type: "found_elsewhere" }
  | { type: "taken_over" }
  | { type: "continued_here" }
  | { type: "introduced" }
  | { type: "answer_begun"; atMs: number; mark: LocalMark | null }
  | { type: "answer_given"; answer: GivenAnswer }
  | { type: "answer_saved" }
  | { type: "failed"; problem: Problem }
  | { type: "retried" }
  | { type: "ended" }
  | { type: "refused"; reason: ClosedReason };

/** @param agreed the consent that is asked for now has been given before */
export function enterRoom({ invitation, agreed }: { invitation: OpenInvitation; agreed: boolean }): RoomState {
  const returning = invitation.state === "in_progress";
  return {
    questions: invitation.questions,
    hasIntroduction: invitation.introduction.trim() !== "",
    returning,
    takeOver: false,
    recording: invitation.recording,
    answered: [],
    phase: { name: returning && agreed ? "device_check" : "welcome" },
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
      return phase.name === "introducing" ? toNextQuestion(state, phase.sessionId) : state;
    case "answer_begun": {
      if (phase.name !== "asking") return state;
      return go({ ...phase, name: "answering", begunAtMs: event.atMs, mark: event.mark });
    }
    case "answer_given": {
      if (phase.name !== "asking" && phase.name !== "answering") return state;
      const { sessionId, index } = phase;
      return go({ name: "saving", sessionId, index, answer: event.answer, problem: null, from: phase });
    }
    case "answer_saved":
      return phase.name === "saving" ? afterAnswer(state, phase) : state;
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
  { sessionId, answered, resumed, recording }: Extract<RoomEvent, { type: "started" }>,
): RoomState {
  const started = { ...state, answered, recording, takeOver: false };
  if (state.hasIntroduction && !resumed) return { ...started, phase: { name: "introducing", sessionId } };
  return toNextQuestion(started, sessionId);
}

function afterAnswer(state: RoomState, { sessionId, index }: Saving): RoomState {
  const question = state.questions[index];
  const answered = question ? [...state.answered, question.id] : state.answered;
  return toNextQuestion({ ...state, answered }, sessionId);
}

/** The first question without an answer; after the last one the interview finishes. */
function toNextQuestion(state: RoomState, sessionId: string): RoomState {
  const index = state.questions.findIndex(({ id }) => !state.answered.includes(id));
  return {
    ...state,
    phase: index < 0 ? { name: "finishing", sessionId, problem: null } : { name: "asking", sessionId, index },
  };
}
