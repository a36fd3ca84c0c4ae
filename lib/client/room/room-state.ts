import type { InvitedQuestion, OpenInvitation } from "../../domain/invitation-view.ts";
import { countQuestions, mendPlan, nextStep, type Plan } from "../../domain/room-plan.ts";
import type { RoomRecording } from "../../domain/room-recording.ts";
import type { LocalMark } from "../recorder/recorder.ts";

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
export type Problem = {
  code: string;
  /** What the server says of it; null where it says nothing. */
  message: string | null;
};

export type ClosedReason = "completed" | "expired" | "revoked" | "not_found";

/** What the server hands over: how the sitting goes on, and what is asked in its next step, and in the one after that once it has been asked. */
export type Handed = { plan: Plan; questions: readonly InvitedQuestion[] };

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
  | { name: "introducing"; sessionId: string; step: string }
  | Asking
  | Answering
  | Keeping
  /** The answer is kept, and the next question is not here yet. */
  | { name: "waiting"; sessionId: string; given: GivenAnswer | null; problem: Problem | null }
  | { name: "finishing"; sessionId: string; problem: Problem | null }
  | { name: "done" }
  | { name: "closed"; reason: ClosedReason };

export type RoomState = {
  /** Of the sitting that has begun on this page, also after its end; null before. */
  sessionId: string | null;
  /** How many answers were only spoken on this page. */
  spoken: number;
  /** This page has something for the avatar to say first. */
  hasIntroduction: boolean;
  /** Somebody was here before this page was opened. */
  returning: boolean;
  /** The candidate wants to go on here, whatever other window has the session. */
  takeOver: boolean;
  /** What is recorded: as the session says once it has begun. */
  recording: RoomRecording;
  /** As the server has made it last. */
  plan: Plan;
  /** Ids of its steps that this page has gone through, but for questions. */
  passed: readonly string[];
  /** Ids of its steps that were answered on this page, whether or not the server knows yet. */
  answered: readonly string[];
  /** How many questions there are, and how many of them have no answer yet, that of the phase included. */
  total: number;
  unanswered: number;
  /** What is asked after the phase's own question, where it has been handed over already. */
  ahead: InvitedQuestion | null;
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

export function enterRoom(invitation: OpenInvitation): RoomState {
  const before: RoomState = {
    sessionId: null,
    spoken: 0,
    hasIntroduction: invitation.introduction.trim() !== "",
    // A program may have begun the sitting: who agrees for the first time has never been here.
    returning: invitation.state === "in_progress" && invitation.consentVersion !== null,
    takeOver: false,
    recording: invitation.recording,
    plan: mendPlan(invitation.plan),
    passed: [],
    answered: [],
    total: invitation.questionCount,
    unanswered: invitation.questionCount,
    ahead: null,
    phase: { name: "welcome" },
  };
  return toDoor(before);
}

/** One step. An event that does not fit the phase is late or came twice, and changes nothing. */
export function roomReducer(state: RoomState, event: RoomEvent): RoomState {
  const { phase } = state;
  const go = (next: Phase): RoomState => ({ ...state, phase: next });
  switch (event.type) {
    case "agreed":
      return phase.name === "welcome" ? toDoor(pass(state, "consent")) : state;
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
    case "introduced": {
      if (phase.name !== "introducing") return state;
      return toStep({ ...state, passed: [...state.passed, phase.step] }, phase.sessionId, held(state));
    }
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
      return phase.name === "done" || phase.name === "closed" ? state : go({ name: "closed", reason: event.reason });
  }
}

/** Before the session is open there is the consent, and what it is opened with. */
function toDoor(state: RoomState): RoomState {
  const { kind } = nextStep(state.plan, state.passed);
  return { ...state, phase: { name: kind === "consent" ? "welcome" : "device_check" } };
}

/** The session is open. Who comes back to it is not introduced again. */
function begin(
  state: RoomState,
  { sessionId, resumed, recording, handed }: Extract<RoomEvent, { type: "started" }>,
): RoomState {
  // What the server knows by now includes what an earlier page of this browser had kept.
  const started = known({ ...state, sessionId, recording, takeOver: false, answered: [] }, handed.plan);
  return toStep(resumed ? pass(started, "introduction") : started, sessionId, handed.questions);
}

function afterAnswer(state: RoomState, { sessionId, question, answer }: Keeping): RoomState {
  const spoken = state.spoken + (isOnlySpoken(answer) ? 1 : 0);
  const given = counted({ ...state, spoken, answered: [...state.answered, question.step] });
  return toStep(given, sessionId, held(state), answer);
}

/**
 * Goes to the plan's next step; the way to the session lies behind. A question is asked when it is here, and waited for until then.
 * @param questions what has been handed over
 * @param given the answer before it
 */
function toStep(
  state: RoomState,
  sessionId: string,
  questions: readonly InvitedQuestion[],
  given: GivenAnswer | null = null,
): RoomState {
  const step = nextStep(inSession(state), [...state.passed, ...state.answered]);
  switch (step.kind) {
    case "introduction":
      return { ...state, ahead: questions[0] ?? null, phase: { name: "introducing", sessionId, step: step.id } };
    case "question": {
      const question = questions.find((one) => one.step === step.id);
      if (!question) return { ...state, ahead: null, phase: { name: "waiting", sessionId, given, problem: null } };
      const ahead = questions.find((one) => one !== question) ?? null;
      return { ...state, ahead, phase: { name: "asking", sessionId, question, number: numberOf(state) } };
    }
    default:
      return { ...state, ahead: null, phase: { name: "finishing", sessionId, problem: null } };
  }
}

/** What was answered here since the server was asked counts as answered. */
function takeIn(state: RoomState, { plan, questions }: Handed): RoomState {
  const { phase, answered } = state;
  if (!("question" in phase) && phase.name !== "waiting") return state;
  const open = questions.filter(({ step }) => !answered.includes(step));
  const told = known(state, plan);
  if (phase.name !== "waiting") {
    return { ...told, ahead: open.find(({ step }) => step !== phase.question.step) ?? state.ahead };
  }
  const next = toStep(told, phase.sessionId, open);
  return next.phase.name === "waiting" ? state : next; // asked before the latest answer: another answer follows
}

/** Nothing is written, it was not passed over, and it has its place in the recording. */
function isOnlySpoken({ text, answeredBy, mark }: GivenAnswer): boolean {
  return text === "" && answeredBy !== "skipped" && mark !== null;
}

function inSession({ plan, hasIntroduction }: RoomState): Plan {
  const behind = ["consent", "devices", ...(hasIntroduction ? [] : ["introduction"])];
  return plan.filter(({ kind }) => !behind.includes(kind));
}

const known = (state: RoomState, plan: Plan) => counted({ ...state, plan: mendPlan(plan) });
const counted = (state: RoomState): RoomState => ({ ...state, ...countQuestions(state.plan, state.answered) });
const numberOf = ({ total, unanswered }: RoomState) => total - unanswered + 1;
const held = ({ ahead }: RoomState) => (ahead ? [ahead] : []);

function pass(state: RoomState, what: "consent" | "introduction"): RoomState {
  const ids = state.plan.filter(({ kind }) => kind === what).map(({ id }) => id);
  return { ...state, passed: [...state.passed, ...ids] };
}
