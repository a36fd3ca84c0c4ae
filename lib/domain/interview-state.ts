import { INTERRUPTED_AFTER_MS } from "./presence.ts";
import type { SessionStatus } from "./status.ts";

/** Where an invitation stands, as a recruiter would say it. */
export const INTERVIEW_STATES = ["invited", "in_progress", "interrupted", "completed", "expired", "revoked"] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];

/**
 * What a list can be narrowed to. `to_review`: completed and still open, because nobody has decided or the latest decision is that it
 * needs another look. `another_look`: of those, the ones that somebody has looked at and sent back. `deletion_requested`: whose candidate
 * asks for their data to be deleted; nobody can review those.
 */
export const LISTED_STATES = ["to_review", "another_look", "deletion_requested", ...INTERVIEW_STATES] as const;
export type ListedState = (typeof LISTED_STATES)[number];

/**
 * What was finished stays completed, whatever happened to its link afterwards; what was not is revoked before it is
 * expired, because somebody meant it. A sitting that nothing comes from any more is interrupted, until something does.
 * @param interview `lastSeenAt`: when something last came from its sitting, null while there is none
 */
export function interviewState(
  interview: {
    revokedAt: Date | null;
    expiresAt: Date;
    sessionStatus: SessionStatus | null;
    lastSeenAt: Date | null;
  },
  now: Date,
): InterviewState {
  if (interview.sessionStatus === "completed") return "completed";
  if (interview.revokedAt) return "revoked";
  if (interview.expiresAt <= now) return "expired";
  if (interview.sessionStatus !== "active") return "invited";
  return interview.lastSeenAt && interview.lastSeenAt <= silentSince(now) ? "interrupted" : "in_progress";
}

/** A sitting last seen at this moment or before is interrupted. */
export function silentSince(now: Date): Date {
  return new Date(now.getTime() - INTERRUPTED_AFTER_MS);
}
