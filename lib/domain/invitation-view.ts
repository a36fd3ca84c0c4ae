import type { OutsideService, WritesDown } from "./consent.ts";
import type { ConsentNotice } from "./consent-notice.ts";
import type { Plan } from "./room-plan.ts";
import type { RoomRecording } from "./room-recording.ts";

/** A question as the candidate may know it: never how its answer is judged. */
export type InvitedQuestion = {
  id: string;
  /** The step of the plan that it is asked in. */
  step: string;
  text: string;
  type: string;
  difficulty: "easy" | "medium" | "hard";
  /** Advice, not a limit. */
  answerSeconds: number | null;
};

export type AvatarSettings = {
  /** What the avatar is called. */
  name: string;
  /** The language it speaks and listens in, BCP 47. */
  language: string;
};

/** What became of the candidate's latest request for deletion. Times are ISO 8601. */
export type DeletionState =
  /** It stands: nothing goes on until it is answered or taken back. */
  | { name: "asked"; at: string }
  /** It was answered that everything is kept, and why. */
  | { name: "kept"; at: string; reason: string };

/** An invitation that can be taken now. */
export type OpenInvitation = {
  /** `in_progress`: a sitting has begun and goes on where it stopped. */
  state: "open" | "in_progress";
  token: string;
  /** When the link ends, ISO 8601; a sitting that begins before that may be finished. */
  openUntil: string;
  /** What the browser calls this interview in its storage. It opens nothing. */
  localKey: string;
  /** The language that the candidate is spoken to in, BCP 47. */
  locale: string;
  organization: string;
  candidateName: string;
  roleTitle: string;
  /** What the avatar says first; may be empty. */
  introduction: string;
  avatar: string;
  avatarSettings: AvatarSettings;
  /** The questions themselves are handed over one at a time, and none before the sitting has begun. */
  questionCount: number;
  /** What comes in the room, one after the other, as far as it is known before it begins. */
  plan: Plan;
  /** About how long it takes. */
  minutes: number;
  recording: RoomRecording;
  /** The server speaks for the avatar; otherwise, and when that fails, the browser does. */
  serverVoice: boolean;
  /** Who outside this server works on the answers; null for nobody. */
  outside: OutsideService | null;
  /** Where what is only said becomes text. */
  writesDown: WritesDown;
  /** The candidate may have the browser's own speech recognition write along. */
  browserRecognition: boolean;
  /** The words that were agreed to; null before that. */
  consentVersion: string | null;
  /** What is agreed to, as it stands on the page. */
  notice: ConsentNotice;
  /** SHA-256 of the notice's text, hex: sent back with the consent. */
  consentHash: string;
  /** To these words, on an earlier visit. */
  agreed: boolean;
  /** Null: there is none, or it was taken back. */
  deletion: DeletionState | null;
};

/** An invitation that cannot be taken any more. */
export type ClosedInvitation = {
  deletion: DeletionState | null;
  state: "completed" | "expired" | "revoked";
  localKey: string;
  /** The language that the candidate is spoken to in, BCP 47. */
  locale: string;
  organization: string;
  candidateName: string;
  roleTitle: string;
  /** What was heard of them can still be put right; `language`: in which they spoke, BCP 47. */
  heard?: { sessionId: string; language: string };
};

export type InvitationView = OpenInvitation | ClosedInvitation | { state: "not_found" };

/** Where a question advises no length, about this is said. */
const USUAL_ANSWER_SECONDS = 120;
/** Hearing a question and thinking about it. */
const ASKING_SECONDS = 30;
/** Agreeing, and checking camera and microphone. */
const SETTLING_SECONDS = 120;

/** About how many minutes an interview takes, rounded up: a promise that is rather kept too well. */
export function estimateMinutes(questions: readonly { answerSeconds: number | null }[]): number {
  const seconds = questions.map(({ answerSeconds }) => (answerSeconds ?? USUAL_ANSWER_SECONDS) + ASKING_SECONDS);
  return Math.ceil(seconds.reduce((sum, each) => sum + each, SETTLING_SECONDS) / 60);
}
