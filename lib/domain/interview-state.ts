import type { SessionStatus } from "./status.ts";

/** Where an invitation stands, as a recruiter would say it. */
export const INTERVIEW_STATES = ["invited", "in_progress", "completed", "expired", "revoked"] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];

/** What a list can be narrowed to. `to_review`: completed, and nobody has decided. */
export const LISTED_STATES = ["to_review", ...INTERVIEW_STATES] as const;
export type ListedState = (typeof LISTED_STATES)[number];

/**
 * What was finished stays completed, whatever happened to its link afterwards; what was not is revoked before it is
 * expired, because somebody meant it.
 */
export function interviewState(
  interview: { revokedAt: Date | null; expiresAt: Date; sessionStatus: SessionStatus | null },
  now: Date,
): InterviewState {
  if (interview.sessionStatus === "completed") return "completed";
  if (interview.revokedAt) return "revoked";
  if (interview.expiresAt <= now) return "expired";
  return interview.sessionStatus === "active" ? "in_progress" : "invited";
}
